"""demo.py MEND: mend --demo opens two real windows that are paired with each other over real sockets."""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from windows import Session  # noqa: E402

SKIPPED = 77


def pause_is_seen(demo, one, other):
    """The two windows are connected over sockets: what is done in one comes to the other."""
    demo.find("push button", "Pause sharing", within=one).press()
    demo.find("label", re.compile(".* has paused sharing.*"), within=other, timeout=60)


def main(mend):
    with Session() as session:
        demo = session.launch([mend, "--demo"], name="demo", timeout=90)
        demo.wait_for(lambda: len(demo.windows()) == 2, "two windows", timeout=60)
        one, other = demo.windows()
        for window in (one, other):
            demo.find("page tab", re.compile("^Partner"), within=window).press()
            demo.find("label", re.compile("All that you shared is with .*"), within=window, timeout=60)
        pause_is_seen(demo, one, other)
        assert demo.unnamed() == [], demo.unnamed()


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(sys.argv[1])
