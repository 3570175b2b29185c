"""A display, its buses, and the programs that run on them."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .buses import Buses, launcher
from .display import Display

TOOLS = ("Xvfb", "dbus-daemon", "xdotool")


class Session:
    _running = None

    @staticmethod
    def absent():
        """What this machine lacks to have sessions."""
        absent = [tool for tool in TOOLS if not shutil.which(tool)]
        if not launcher():
            absent.append("at-spi-bus-launcher")
        if not importlib.util.find_spec("gi"):
            absent.append("python3-gi")
        return absent

    def __init__(self, size=(1280, 900), parent=None):
        self._size = size
        self._parent = parent
        self.programs = []

    def __enter__(self):
        if Session._running:
            raise RuntimeError("one process has one session")
        Session._running = self
        # Short, as the path of a socket may have 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="mend-s-", dir=self._parent))
        for name in ("run", "home"):
            (self.folder / name).mkdir(mode=0o700)
        self._stops = []
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def _start(self):
        display = Display(self.folder, self._size)
        self._stops.append(display.stop)
        self.screenshot = display.screenshot
        self.env = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": os.environ.get("TZ", "UTC"),
            "HOME": str(self.folder / "home"), "XDG_RUNTIME_DIR": str(self.folder / "run"), "DISPLAY": display.name,
        }
        buses = Buses(self.folder, self.env)
        self._stops.append(buses.stop)
        self.env |= {
            "DBUS_SESSION_BUS_ADDRESS": buses.address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb",
        }
        # libatspi reads these once, when it is first used.
        os.environ.update({"DISPLAY": display.name, "DBUS_SESSION_BUS_ADDRESS": buses.address,
                           "AT_SPI_BUS_ADDRESS": buses.accessibility_address})
        from . import program
        program.begin()

    def __exit__(self, kind, error, trace):
        if kind and not issubclass(kind, KeyboardInterrupt):
            self._tell_what_was_seen()
        self._stop()

    def _stop(self):
        for program in self.programs:
            program.kill()
        for stop in reversed(self._stops):
            stop()
        Session._running = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def _tell_what_was_seen(self):
        folder = Path(os.environ.get("MEND_TEST_PICTURES") or tempfile.mkdtemp(prefix="mend-pictures-"))
        folder.mkdir(parents=True, exist_ok=True)
        picture = folder / f"{Path(sys.argv[0]).stem}-{os.getpid()}.png"
        try:
            self.screenshot(picture)
            print(f"the display: {picture}", file=sys.stderr)
        except (OSError, ValueError) as why:
            print(f"no picture: {why}", file=sys.stderr)
        for program in self.programs:
            print(f"--- {program.name}, exit {program.returncode}, output:\n{program.output()}\n--- what it shows:\n"
                  f"{program.tree()}", file=sys.stderr)

    def launch(self, argv, name=None, netns=None, env=None, timeout=30):
        """Starts a program and waits until it is on the accessibility bus with a window shown."""
        from .program import Program
        argv = [str(a) for a in argv]
        if netns:
            argv = ["ip", "netns", "exec", netns, *argv]
        name = name or Path(argv[0]).name
        log = self.folder / f"{len(self.programs)}-{name}.log"
        with open(log, "wb") as out:
            process = subprocess.Popen(argv, env={**self.env, **(env or {})}, cwd=self.folder / "home",
                                       stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)
        program = Program(self, process, name, log)
        self.programs.append(program)
        program.wait_for(program.windows, f"a window of {name}", timeout)
        return program
