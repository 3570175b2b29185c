"""Histories to measure with, made once and kept in the build folder."""

import hashlib
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parents[2]
LAST_DAY = "2100-12-31"  # Of every history, so that a hundred years fit behind it.
TODAY = "2101-03-01"     # Of whoever looks at one: the days since are still to be written.
# What a history is made of: where any source of it changes, the histories are made anew.
MADE_OF = ("app/demo", "tests/support/history/mend_history.cpp", "core/record", "core/vault/migrations",
           "core/vault/log_store.cpp")


def stamp(source=SOURCE):
    digest = hashlib.sha256()
    for part in MADE_OF:
        path = source / part
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in (".cpp", ".h"):
                digest.update(file.read_bytes())
    return digest.hexdigest()


class Histories:
    def __init__(self, place, folder, tell):
        self._place = place
        self._folder = Path(folder)
        self._tell = tell

    def of(self, years):
        """The folder with a, b and b-new of so many years."""
        folder = self._folder / str(years)
        done = folder / "stamp"
        if not done.exists() or done.read_text() != stamp():
            self._make(years, folder)
            done.write_text(stamp())
        return folder

    def _make(self, years, folder):
        self._tell(f"making {years} years of history; it is kept for the next time")
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([str(self._place.bin / "mend-history"), "--years", str(years), "--last", LAST_DAY,
                        "--out", str(folder)], check=True, stdout=subprocess.DEVNULL)
