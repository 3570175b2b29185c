"""A program on the session's display: finding things in its windows, and keys."""

import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from .closing import ask_to_close  # noqa: E402
from .nodes import Ambiguous, Node, NotFound, wait_for  # noqa: E402


def begin():
    """Connects to the accessibility bus of the environment, once a process."""
    Atspi.init()
    # Nothing is kept between questions: this process runs no main loop that would hear of changes.
    Atspi.set_timeout(3000, 3000)  # Milliseconds; a window is promised to answer within 100.
    Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)


class Program:
    def __init__(self, session, process, name, log):
        self._session = session
        self._process = process
        self._log = log
        self.name = name

    @property
    def pid(self):
        return self._process.pid

    @property
    def returncode(self):
        return self._process.poll()

    @property
    def running(self):
        return self.returncode is None

    def output(self):
        return self._log.read_text(errors="replace")

    def terminate(self):
        self._process.terminate()

    def close(self, timeout=20):
        """Asks its newest window to close, as its cross does, and waits for the program's end; its exit code."""
        ask_to_close(self._session.env["DISPLAY"], int(self._x_windows()[-1]))
        return self.wait(timeout)

    def kill(self):
        self._process.kill()
        self._process.wait()

    def wait(self, timeout=20):
        """Waits for its end; its exit code."""
        return self._process.wait(timeout)

    # Finding.

    def application(self):
        """Its root on the accessibility bus, or None when it isn't there."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(index)
                if child and child.get_process_id() == self.pid:
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return Node(child, self)
            except GLib.Error:
                continue  # It left the bus while being looked at.
        return None

    def windows(self):
        root = self.application()
        return [w for w in root.children() if w.shown] if root else []

    def wait_for(self, check, what, timeout=20):
        return wait_for(check, f"{self.name}: {what}", timeout, lambda: self.running)

    def find_all(self, role=None, name=None, within=None, shown=True):
        root = within or self.application()
        return root.find_all(role, name, shown) if root else []

    def find(self, role=None, name=None, within=None, timeout=20, first=False):
        try:
            found = self.wait_for(lambda: self.find_all(role, name, within), f"{role} {name!r}", timeout)
        except AssertionError as why:
            raise NotFound(f"{why}\n{self.tree()}") from None
        if len(found) > 1 and not first:
            raise Ambiguous(f"{self.name}: several match {role} {name!r}: {found}\n{self.tree()}")
        return found[0]

    def gone(self, role=None, name=None, within=None, timeout=20):
        self.wait_for(lambda: not self.find_all(role, name, within), f"{role} {name!r} gone", timeout)

    def focused(self):
        return next((n for n in self.find_all() if n.focused and n.role not in ("frame", "dialog")), None)

    def unnamed(self):
        return [n for n in self.find_all() if n.is_unnamed_control]

    def tree(self):
        root = self.application()
        return root.tree() if root else "(not on the accessibility bus)\n"

    # Keys. There is no window manager: the window that is to hear them is given the focus.

    def _xdotool(self, *args):
        done = subprocess.run(["xdotool", *args], env=self._session.env, capture_output=True, text=True, timeout=60)
        return done.stdout.split() if done.returncode == 0 else None

    def _x_windows(self):
        return self.wait_for(lambda: self._xdotool("search", "--onlyvisible", "--pid", str(self.pid)), "an X window")

    def raise_window(self):
        """Brings its newest window to the front and gives it the keyboard."""
        window = self._x_windows()[-1]
        self._xdotool("windowraise", window)
        self.wait_for(lambda: self._xdotool("windowfocus", window) is not None
                      and self._xdotool("getwindowfocus") == [window], "the keyboard")

    def key(self, *keys):
        self.raise_window()
        if self._xdotool("key", "--delay", "15", *keys) is None:
            raise AssertionError(f"{self.name}: xdotool takes no such keys: {keys}")

    def type(self, text):
        self.raise_window()
        if self._xdotool("type", "--delay", "15", "--", text) is None:
            raise AssertionError(f"{self.name}: xdotool could not type")

    def click(self, x, y):
        """The mouse's first button, at a point of the display."""
        if self._xdotool("mousemove", str(x), str(y), "click", "1") is None:
            raise AssertionError(f"{self.name}: no click at {x}, {y}")

    def drag(self, start, end):
        """The mouse's first button, held from one point of the display to another."""
        moves = [("mousemove", *start), ("mousedown", 1), ("mousemove", *end), ("mouseup", 1)]
        if self._xdotool(*(str(word) for move in moves for word in move)) is None:
            raise AssertionError(f"{self.name}: no drag from {start} to {end}")
