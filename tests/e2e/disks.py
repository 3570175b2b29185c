"""A small disk of one's own: a tmpfs, for who may mount one."""

import subprocess
import tempfile
from pathlib import Path


def absent():
    """Why there can be none here; empty if there can."""
    with tempfile.TemporaryDirectory() as folder:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True).returncode:
            return "small disks can't be mounted here"
        subprocess.run(["umount", folder], check=True)
    return ""


class Disk:
    def __init__(self, parent, size):
        self.path = Path(tempfile.mkdtemp(prefix="disk-", dir=parent))
        self._size = size

    def __enter__(self):
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self._size}", "tmpfs", self.path], check=True)
        return self

    def __exit__(self, *exc):
        subprocess.run(["umount", "--lazy", self.path], check=True)

    def _again(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.path], check=True)

    def make_read_only(self):
        self._again("ro")

    def make_writable(self):
        self._again("rw")

    def grow(self, size):
        self._again(f"size={size}")

    def fill(self):
        """Leaves no byte."""
        with open(self.path / "filler", "wb", buffering=0) as filler:
            for length in (65536, 4096, 1):
                try:
                    while filler.write(bytes(length)) == length:
                        pass
                except OSError:
                    pass

    def empty(self):
        (self.path / "filler").unlink()
