"""Somebody without a mouse: from Welcome to a check-in that is saved, an entry that is found again, lock and hide."""

import re
import subprocess
import sys
import tempfile

import people
from windows import Session

SKIPPED = 77
MOST_STOPS = 60  # of Tab, once around the window
PASSPHRASE = people.passphrase_of("Sam")


def focused(program):
    """The innermost: what holds a field counts as focused with it."""
    found = [node for node in program.find_all() if node.focused and node.name and node.role not in ("frame", "dialog")]
    return found[-1] if found else None


def tab_to(program, name):
    """Goes on with Tab until `name` has the focus."""
    stops = []
    for _ in range(MOST_STOPS):
        here = focused(program)
        if here and here.name == name:
            return here
        stops.append(here)
        program.key("Tab")
        program.wait_for(lambda: focused(program) != here, f"the focus to leave {here!r}", 5)
    raise AssertionError(f"Tab never came to {name!r}, but to {stops}")


def on(program, name):
    """What has the focus without any key: it must be `name`, before long."""
    def there():
        here = focused(program)
        return here if here and here.name == name else None
    return program.wait_for(there, f"the focus on {name}")


def press(program, name):
    tab_to(program, name)
    program.key("space")


def welcome(program):
    press(program, "Go on")
    tab_to(program, "Your name").type("Sam")
    press(program, "My partner")
    press(program, "I was hurt")
    press(program, "Go on")
    tab_to(program, "Passphrase").type(PASSPHRASE)
    tab_to(program, "The same once more").type(PASSPHRASE)
    program.key("Return")
    program.find("check box", "I have kept it", timeout=people.SLOW)
    press(program, "I have kept it")
    press(program, "Go on")
    press(program, "Later")
    program.find("page tab", "Today", timeout=people.SLOW)


def check_in(program):
    tab_to(program, "How safe did I feel?")
    program.key("Right", "Right")
    tab_to(program, "What helped?").type("the river")
    program.key("ctrl+Return")
    program.find("push button", "Show the check-ins you kept to yourself")
    tab_to(program, "Show the check-ins you kept to yourself")
    program.key("space")
    program.find("push button", "Edit")
    assert program.find("label", "the river")


def journal(program):
    program.key("ctrl+5")
    program.wait_for(lambda: "selected" in program.find("page tab", "Journal").states, "the Journal to be open")
    program.key("ctrl+n")
    on(program, "Entry").type("only mine")
    program.key("ctrl+l")


def unlock(program):
    on(program, "Passphrase").type(PASSPHRASE)
    program.key("Return")
    program.find("page tab", "Today", timeout=people.SLOW)


def main(mend):
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        command = [mend, "--data-dir", f"{folder}/vault", "--no-multicast", "--listen", "127.0.0.1"]
        program = session.launch(command, name="mend")
        welcome(program)
        check_in(program)
        journal(program)
        unlock(program)
        program.key("ctrl+5")
        program.find("list item", re.compile("^only mine"))
        program.key("F2")
        program.find("label", "In danger now")
        program.key("F1")
        program.find("label", "Keys")
        # From within the help, too.
        program.key("ctrl+shift+h")
        program.wait_for(lambda: not program.windows(), "every window to be gone")
        subprocess.run(command, env=session.env, timeout=people.SLOW, check=True)
        unlock(program)


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(sys.argv[1])
    print("done without a mouse")
