"""Two computers on one machine: network namespaces joined by a veth pair. Needs root and iproute2."""

import os
import shutil
import subprocess


def absent():
    """What this machine lacks, in words; empty if nothing."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if not shutil.which("ip"):
        return "iproute2 is not installed"
    name = f"mend-try-{os.getpid()}"
    if subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode != 0:
        return "network namespaces can't be made here"
    subprocess.run(["ip", "netns", "del", name], check=True)
    return ""


def ip(*words):
    subprocess.run(["ip", *words], check=True, capture_output=True)


class TwoComputers:
    """`a` and `b` are namespaces' names; the cable between them can be cut and joined."""

    def __init__(self):
        self.a, self.b = (f"mend-{os.getpid()}-{side}" for side in "ab")

    def __enter__(self):
        for name in (self.a, self.b):
            ip("netns", "add", name)
        ip("link", "add", "veth0", "netns", self.a, "type", "veth", "peer", "name", "veth0", "netns", self.b)
        for name, address in ((self.a, "10.77.0.1/24"), (self.b, "10.77.0.2/24")):
            ip("-n", name, "link", "set", "lo", "up")
            ip("-n", name, "addr", "add", address, "dev", "veth0")
            ip("-n", name, "link", "set", "veth0", "up")
        return self

    def __exit__(self, *exc):
        for name in (self.a, self.b):
            subprocess.run(["ip", "netns", "del", name], capture_output=True)

    def cut(self):
        ip("-n", self.a, "link", "set", "veth0", "down")

    def join(self):
        ip("-n", self.a, "link", "set", "veth0", "up")

    @staticmethod
    def inside(name):
        return ["ip", "netns", "exec", name]
