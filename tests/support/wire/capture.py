"""tcpdump, from the moment it listens until the block ends."""

import re
import shutil
import signal
import subprocess

BUFFER_KIB = 16384
PATIENCE = 30  # Seconds.


class Capture:
    def __init__(self, path, netns, interface):
        self.path = path
        self._argv = ["ip", "netns", "exec", netns, "tcpdump", "-i", interface, "-s", "0", "-U", "-n", "-p",
                      "-B", str(BUFFER_KIB), "-Z", "root", "-w", str(path)]

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

    def __exit__(self, *exc):
        self._process.send_signal(signal.SIGINT)
        _, said = self._process.communicate(timeout=PATIENCE)
        dropped = re.search(r"(\d+) packets? dropped by kernel", said)
        if exc[0] is None and (not dropped or int(dropped[1])):
            raise RuntimeError(f"tcpdump did not see everything: {said}")
