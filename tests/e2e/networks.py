"""Two computers on one machine: network namespaces joined by a veth pair. Needs root and iproute2."""

import os
import shutil
import subprocess
import time

PATIENCE = 20  # Seconds.
ADDRESS_OF_A, ADDRESS_OF_B = "10.77.0.1", "10.77.0.2"


def absent():
    """What this machine lacks, in words; empty if nothing."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if not shutil.which("ip"):
        return "iproute2 is not installed"
    name = f"mend-try-{os.getpid()}"
    if subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode != 0:
        return "network namespaces can't be made here"
    entered = subprocess.run(["ip", "netns", "exec", name, "true"], capture_output=True).returncode == 0
    subprocess.run(["ip", "netns", "del", name], check=True)
    return "" if entered else "network namespaces can't be entered here"


def ip(*words):
    subprocess.run(["ip", *words], check=True, capture_output=True)


def _shown(name, *words):
    return subprocess.run(["ip", "-n", name, *words], check=True, capture_output=True, text=True).stdout


def _has_carrier(name):
    return "LOWER_UP" in _shown(name, "link", "show", "dev", "veth0")


def _is_ready(name):
    if not _has_carrier(name):
        return False
    if not os.path.exists("/proc/net/if_inet6"):
        return True
    addresses = _shown(name, "-6", "addr", "show", "dev", "veth0")
    return "inet6" in addresses and "tentative" not in addresses


def _wait_until(is_so, what):
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


def listening(name):
    """The TCP ports that are listened on there."""
    ports = set()
    for table in ("tcp", "tcp6"):
        lines = subprocess.run(["ip", "netns", "exec", name, "cat", f"/proc/net/{table}"], capture_output=True,
                               text=True).stdout.splitlines()[1:]
        ports |= {int(line.split()[1].rsplit(":", 1)[1], 16) for line in lines if line.split()[3] == "0A"}
    return ports


class Alone:
    """The name of a computer without any network: not even its loopback is up."""

    def __init__(self):
        self._name = f"mend-{os.getpid()}-alone"

    def __enter__(self):
        ip("netns", "add", self._name)
        return self._name

    def __exit__(self, *exc):
        ip("netns", "del", self._name)


class TwoComputers:
    """`a` and `b` are namespaces' names; the cable between them can be cut and joined."""

    def __init__(self):
        self.a, self.b = (f"mend-{os.getpid()}-{side}" for side in "ab")

    def __enter__(self):
        for name in (self.a, self.b):
            ip("netns", "add", name)
        ip("link", "add", "veth0", "netns", self.a, "type", "veth", "peer", "name", "veth0", "netns", self.b)
        for name, address in ((self.a, ADDRESS_OF_A), (self.b, ADDRESS_OF_B)):
            ip("-n", name, "link", "set", "lo", "up")
            ip("-n", name, "addr", "add", f"{address}/24", "dev", "veth0")
            ip("-n", name, "link", "set", "veth0", "up")
        self.wait_until_ready()
        return self

    def __exit__(self, *exc):
        for name in (self.a, self.b):
            subprocess.run(["ip", "netns", "del", name], capture_output=True)

    def cut(self):
        """At b's end: whoever listens at a's goes on listening. The kernel tells a's of it up to a second later."""
        ip("-n", self.b, "link", "set", "veth0", "down")
        _wait_until(lambda: not _has_carrier(self.a), "the cable is not cut")

    def join(self):
        ip("-n", self.b, "link", "set", "veth0", "up")
        self.wait_until_ready()

    def forbid_multicast(self):
        for name in (self.a, self.b):
            ip("-n", name, "link", "set", "veth0", "multicast", "off")

    def wait_until_ready(self):
        """Until both ends have a carrier, and an IPv6 address that is no longer tentative."""
        _wait_until(lambda: all(_is_ready(name) for name in (self.a, self.b)), "the cable is not ready")

    @staticmethod
    def inside(name):
        return ["ip", "netns", "exec", name]
