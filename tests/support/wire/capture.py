"""tcpdump, from the moment it listens until the block ends."""

import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

BUFFER_KIB = 16384
PATIENCE = 30  # Seconds.
# Sends a frame of a kind that nobody speaks (IEEE 802, local experimental) out of the interface, as the last one.
LAST = b"the last of the capture"
SEND_LAST = """import socket, sys
with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as wire:
    wire.bind((sys.argv[1], 0))
    wire.send(bytes(6) + bytes(6) + bytes.fromhex("88b5") + sys.argv[2].encode().ljust(46, b"."))
"""


class Capture:
    def __init__(self, path, netns, interface):
        self.path = path
        self._interface = interface
        self._inside = ["ip", "netns", "exec", netns]
        self._argv = [*self._inside, "tcpdump", "-i", interface, "-s", "0", "-U", "-n", "-p", "-B", str(BUFFER_KIB),
                      "-Z", "root", "-w", str(path)]

    @staticmethod
    def absent():
        return "" if shutil.which("tcpdump") else "tcpdump is not installed"

    def __enter__(self):
        self._process = subprocess.Popen(self._argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                         stderr=subprocess.PIPE, text=True)
        line = self._process.stderr.readline()
        while "listening on" not in line:
            if not line:
                raise RuntimeError("tcpdump ended at once")
            line = self._process.stderr.readline()
        return self

    def _wait_until_all_is_written(self):
        """What tcpdump has not yet taken from the kernel when it is told to end is lost, up to a second of it."""
        subprocess.run([*self._inside, sys.executable, "-c", SEND_LAST, self._interface, LAST], check=True)
        end = time.monotonic() + PATIENCE
        while LAST not in Path(self.path).read_bytes():
            if time.monotonic() > end:
                raise RuntimeError("tcpdump does not write what it sees")
            time.sleep(0.05)

    def __exit__(self, *exc):
        if exc[0] is None:
            self._wait_until_all_is_written()
        self._process.send_signal(signal.SIGINT)
        _, said = self._process.communicate(timeout=PATIENCE)
        dropped = re.search(r"(\d+) packets? dropped by kernel", said)
        if exc[0] is None and (not dropped or int(dropped[1])):
            raise RuntimeError(f"tcpdump did not see everything: {said}")
