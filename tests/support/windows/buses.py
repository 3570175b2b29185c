"""A session bus and the accessibility bus on it, of one's own."""

import os
import subprocess
import time
from pathlib import Path

LAUNCHERS = ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]


def launcher():
    return next((path for path in LAUNCHERS if os.access(path, os.X_OK)), None)


class Buses:
    """dbus-daemon and at-spi-bus-launcher. Sockets are files: abstract ones stay in one network namespace."""

    def __init__(self, folder, env):
        socket = Path(folder) / "bus"
        self.address = f"unix:path={socket}"
        # Both daemons complain of nothing a test could act on; what matters is whether they answer.
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={self.address}"],
            env=env, **quiet)
        _wait(socket.exists, self._daemon, "dbus-daemon")
        self._launcher = subprocess.Popen(
            [launcher(), "--launch-immediately"], env={**env, "DBUS_SESSION_BUS_ADDRESS": self.address}, **quiet)
        self.accessibility_address = _wait(self._ask_accessibility_address, self._launcher, "at-spi-bus-launcher")

    def _ask_accessibility_address(self):
        from gi.repository import Gio, GLib
        try:
            bus = Gio.DBusConnection.new_for_address_sync(
                self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
            reply = bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                                  GLib.VariantType("(s)"), Gio.DBusCallFlags.NO_AUTO_START, 5000, None)
            bus.close_sync(None)
            return reply.unpack()[0]
        except GLib.Error:
            return None  # Not on the bus yet.

    def stop(self):
        for process in (self._launcher, self._daemon):
            process.terminate()
            process.wait(10)


def _wait(check, process, name, timeout=30):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if found := check():
            return found
        if process.poll() is not None:
            raise RuntimeError(f"{name} ended at once, with {process.returncode}")
        time.sleep(0.05)
    raise TimeoutError(f"{name} was not ready in time")
