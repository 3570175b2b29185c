"""A small disk of one's own, for who may mount one: a tmpfs; or one that breaks, an ext4 in a file."""

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


class BreakingDisk:
    """What the kernel makes read-only in the midst of everything, as it does where it finds a disk damaged. (A tmpfs
    can't be made read-only while somebody has a file of it open to write.)"""

    def __init__(self, parent):
        self.path = Path(tempfile.mkdtemp(prefix="breaking-", dir=parent))
        self._image = Path(f"{self.path}.image")

    @staticmethod
    def absent():
        """Why there can be none here; empty if there can."""
        with tempfile.TemporaryDirectory() as folder:
            try:
                with BreakingDisk(folder) as disk:
                    return "" if disk._switch().exists() else "disks can't be broken here"
            except (OSError, subprocess.CalledProcessError):
                return "disks that break can't be mounted here"

    def __enter__(self):
        with open(self._image, "wb") as image:
            image.truncate(24 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-O", "^has_journal", self._image], check=True, capture_output=True)
        subprocess.run(["mount", "-o", "loop,errors=remount-ro", self._image, self.path], check=True,
                       capture_output=True)
        return self

    def __exit__(self, *exc):
        subprocess.run(["umount", "--lazy", self.path], check=True)

    def _switch(self):
        device = subprocess.run(["findmnt", "-no", "SOURCE", self.path], check=True, capture_output=True,
                                text=True).stdout.strip()
        return Path("/sys/fs/ext4", Path(device).name, "trigger_fs_error")

    def breaks(self):
        self._switch().write_text("1")
