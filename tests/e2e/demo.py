"""demo.py MEND: mend --demo opens two real windows that are paired with each other over real sockets."""

import re
import subprocess
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


def hidden_comes_back(demo, command, session):
    """A second start brings it back, and the demo says itself how to open it."""
    demo.find("push button", "Hide now", within=demo.windows()[0]).press()
    demo.wait_for(lambda: len(demo.windows()) == 1, "one window hidden")
    subprocess.run(command, env=session.env, timeout=60, check=True)
    demo.wait_for(lambda: len(demo.windows()) == 2, "both windows")
    said = demo.find("label", re.compile("^This is the demo")).name
    demo.find("password text", "Passphrase").fill(re.search("“(.+)”", said)[1])
    demo.find("push button", "Unlock").press()
    demo.gone("password text", "Passphrase", timeout=60)


def main(mend):
    with Session() as session:
        command = [mend, "--demo"]
        demo = session.launch(command, name="demo", timeout=90)
        demo.wait_for(lambda: len(demo.windows()) == 2, "two windows", timeout=60)
        one, other = demo.windows()
        for window in (one, other):
            demo.find("page tab", re.compile("^Partner"), within=window).press()
            demo.find("label", re.compile("All that you shared is with .*"), within=window, timeout=60)
        pause_is_seen(demo, one, other)
        assert demo.unnamed() == [], demo.unnamed()
        hidden_comes_back(demo, command, session)


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(sys.argv[1])
