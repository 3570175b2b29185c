#!/usr/bin/python3
"""check_format.py TOP: every .h and .cpp is as clang-format 14 leaves it (other versions differ in detail).

Exit 77, which ctest reports as skipped, where that version is not installed.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

from rules import sources  # noqa: E402

SKIPPED = 77


def formatter():
    for name in ("clang-format-14", "clang-format"):
        if path := shutil.which(name):
            said = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
            if re.search(r"version 14\.", said):
                return path
    return None


def main(top):
    tool = formatter()
    if not tool:
        print("clang-format 14 is not installed: the format is not checked here")
        return SKIPPED
    files = [path for path, _ in sources(top, "app", "core", "ui", "tests")]
    if not files:
        print("no source was found")
        return 1
    said = subprocess.run([tool, "--dry-run", "-Werror", "--style=file", *files], cwd=top, capture_output=True, text=True)
    wrong = sorted(set(re.findall(r"^(.+?):\d+:\d+: error:", said.stderr, re.M)))
    if wrong:
        print("not formatted; try: clang-format-14 -i", *wrong)
    elif said.returncode != 0:
        print(said.stderr)
    return 1 if said.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
