"""What a screen reader is told without asking: which window comes to the front, and what comes up by itself."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from .nodes import matches  # noqa: E402

ACTIVATED = "window:activate"
SHOWN = "object:state-changed:showing"  # Linux's readers read a notification then.


class Ears:
    def __init__(self):
        self._heard = []
        self._listener = Atspi.EventListener.new(self._hear)
        for event in (ACTIVATED, SHOWN):
            self._listener.register(event)

    def close(self):
        for event in (ACTIVATED, SHOWN):
            self._listener.deregister(event)

    def _hear(self, event):
        try:
            pid, role, name = event.source.get_process_id(), event.source.get_role_name(), event.source.get_name()
        except GLib.Error:
            return  # It is gone by now.
        if event.type == ACTIVATED or (event.detail1 and role == "notification"):
            self._heard.append((pid, role, name))

    def hear(self, program, role, name, timeout=20):
        """Waits until `program` tells of it; what was told before that is forgotten."""
        def told():
            while GLib.MainContext.default().iteration(False):
                pass
            for index, (pid, said_role, said_name) in enumerate(self._heard):
                if pid == program.pid and said_role == role and matches(name, said_name):
                    del self._heard[:index + 1]
                    return True
            return False
        try:
            program.wait_for(told, f"to hear of the {role} {name!r}", timeout)
        except AssertionError as why:
            raise AssertionError(f"{why}; told were {self._heard}") from None
