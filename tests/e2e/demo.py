"""demo.py MEND: mend --demo opens two real windows that are paired with each other over real sockets."""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from windows import Session  # noqa: E402

SKIPPED = 77


def main(mend):
    with Session() as session:
        demo = session.launch([mend, "--demo"], name="demo", timeout=90)
        demo.wait_for(lambda: len(demo.windows()) == 2, "two windows", timeout=60)
        for window in demo.windows():
            demo.find("page tab", re.compile("^Partner"), within=window).press()
        for window in demo.windows():
            demo.find("label", re.compile("Both computers hold the same.*"), within=window, timeout=60)
        assert demo.unnamed() == [], demo.unnamed()


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(sys.argv[1])
