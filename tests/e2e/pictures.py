"""pictures.py MEND: mend --demo --screenshots makes a picture of every page, for both roles, light and dark, without
a display."""

import os
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

PAGES = ["today", "timeline", "commitments", "checklist", "journal", "partner", "settings", "safety"]
LEAST = 8 * 1024  # Bytes. An empty window of one colour is smaller.


def size_of(png):
    content = png.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n", f"{png.name} is no PNG"
    return struct.unpack(">II", content[16:24]), len(content)


def main(mend):
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([mend, "--demo", "--screenshots", folder], check=True, env=environment, timeout=200)
        wanted = {f"{role}-{page}-{look}.png" for role in ("hurt", "betrayer") for page in PAGES
                  for look in ("light", "dark")}
        made = {p.name for p in Path(folder).iterdir()}
        assert wanted <= made, wanted - made
        for name in sorted(made):
            (width, height), length = size_of(Path(folder) / name)
            assert (width, height) == (1180, 820), (name, width, height)
            assert length > LEAST, f"{name} is empty"
        looks = {(Path(folder) / f"hurt-today-{look}.png").read_bytes() for look in ("light", "dark")}
        assert len(looks) == 2, "light and dark are the same"
    wrong = subprocess.run([mend, "--screenshots", "/tmp"], env=environment, capture_output=True, timeout=60)
    assert wrong.returncode == 2, wrong


if __name__ == "__main__":
    main(sys.argv[1])
