"""Running what is measured: programs that print a number, and Mend's window, driven by lines."""

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support" / "windows"))
from display import Display  # noqa: E402

PATIENCE = 900  # Seconds. A first sync of ten years on a slow machine.
IN_STEP = 7     # SyncReading::Phase::InStep


class Place:
    """Where everything is: the programs, the histories, a display, and a folder for what is used up."""

    def __init__(self, build, folder):
        self.bin = Path(build) / "bin"
        self.folder = Path(folder)
        self.display = Display(self.folder, (1280, 900))
        for name in ("home", "runtime"):
            (self.folder / name).mkdir(mode=0o700)
        keep = ("PATH", "DBUS_SESSION_BUS_ADDRESS")
        self.env = {name: os.environ[name] for name in keep if name in os.environ}
        self.env.update(LANG="C.UTF-8", TZ="UTC", DISPLAY=self.display.name, QT_QPA_PLATFORM="xcb",
                        HOME=str(self.folder / "home"), XDG_RUNTIME_DIR=str(self.folder / "runtime"))

    def stop(self):
        self.display.stop()

    def numbers(self, program, *arguments):
        """What a program prints, a number a line."""
        said = subprocess.run([str(self.bin / program), *map(str, arguments)], env=self.env, check=True,
                              stdout=subprocess.PIPE, text=True, timeout=PATIENCE).stdout
        return [float(line) for line in said.split()]

    def start_time(self, program, *arguments):
        return self.numbers("bench_start", self.bin / program, *arguments)[0]

    def fresh(self, name):
        """A path in the folder for what is used up, where nothing is."""
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
        return path

    def copy(self, vault, name):
        path = self.fresh(name)
        shutil.copytree(vault, path)
        return path


class Window:
    """Mend on a vault, in a process of its own (window.cpp says what it can be told)."""

    def __init__(self, place, today, vault, *options):
        self.process = subprocess.Popen(
            [str(place.bin / "bench_window"), today, "--data-dir", str(vault), "--no-multicast", *options],
            env=place.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self._unread = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def tell(self, line):
        self.process.stdin.write(line.encode() + b"\n")

    def hear(self, word, timeout=PATIENCE):
        """The rest of the next line that begins with `word`; others are passed over."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            while b"\n" in self._unread:
                line, self._unread = self._unread.split(b"\n", 1)
                first, *rest = line.decode().split(" ")
                if first == word:
                    return rest
            if select.select([self.process.stdout], [], [], 0.5)[0]:
                more = os.read(self.process.stdout.fileno(), 65536)
                if not more:
                    raise RuntimeError(f"the window ended before it said “{word}”")
                self._unread += more
        raise TimeoutError(f"the window did not say “{word}” in {timeout} s")

    def ask(self, line, answer):
        self.tell(line)
        return self.hear(answer)

    def scroll(self, least):
        """The 99th percentile of the frames, in milliseconds, of scrolling to the oldest entry."""
        return frames_p99(self.ask("scroll", "frames"), least)

    def unlock(self):
        """Milliseconds from pressing Unlock to Today painted."""
        return float(self.ask("unlock", "unlocked")[0])

    def held(self):
        """Records of mine, records of theirs, and the phase of sharing."""
        return [int(each) for each in self.ask("held", "held")]

    def wait_in_step(self, mine=0, theirs=0, every=0.1):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            held = self.held()
            if held[2] == IN_STEP and held[0] >= mine and held[1] >= theirs:
                return
            time.sleep(every)
        raise TimeoutError("the two did not come into step")

    def resident(self):
        return resident(self.process.pid)

    def cpu(self):
        return cpu(self.process.pid)


def frames_p99(said, least):
    """Of what the window says of its frames. Fewer than `least` are no scrolling: nothing stood there, or not all of
    it."""
    count, _, p99, _ = said
    if int(count) < least:
        raise RuntimeError(f"the end came after {count} frames, not {least}")
    return float(p99)


def cpu(pid):
    """Seconds of processor that a process has had, its threads that have ended included."""
    return time.clock_gettime(~pid << 3 | 2)  # the clock that clock_getcpuclockid(3) names


def resident(pid):
    """Resident memory in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the program has ended")


def loopback_bytes():
    """What was sent on the loopback interface of this network namespace, headers and all."""
    for line in Path("/proc/net/dev").read_text().splitlines():
        name, _, counts = line.partition(":")
        if name.strip() == "lo":
            return int(counts.split()[8])
    raise RuntimeError("there is no loopback interface")
