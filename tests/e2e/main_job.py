#!/usr/bin/python3
"""main_job.py MEND: what Mend is for, from end to end, in two real windows.

Two people begin, pair by code and typed address, check in "together", one makes a commitment and keeps it, the
other confirms it, and both see the same timeline.
"""

import re
import socket
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from windows import Session  # noqa: E402

SKIPPED = 77
SLOW = 60  # Seconds. Deriving a key on a busy machine.
COMMITMENT = "Home by half past six"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def begin(program, name, side):
    """Welcome, to its last step."""
    press = lambda what: program.find("push button", what).press()
    press("Go on")
    program.find("text", "Your name").type(name)
    program.find("radio button", "My partner").press()
    program.find("radio button", side).press()
    press("Go on")
    words = f"{name} keeps four quiet boats"
    program.find("password text", "Passphrase").type(words)
    program.find("password text", "The same once more").type(words)
    press("Go on")
    program.find("check box", "I have kept it", timeout=SLOW).press()
    press("Go on")
    press("Pair now")


def address_shown(program):
    label = program.find("label", re.compile(r"This computer's address.*"))
    return re.search(r"(\S+:\d+)$", label.name)[1]


def code_shown(program):
    """The nine digits, however a screen reader is told them."""
    def digits():
        for label in program.find_all("label"):
            found = re.sub(r"\D", "", label.name)
            if len(found) == 9 and ":" not in label.name:
                return found
        return None
    return program.wait_for(digits, "a code of nine digits")


def pair(alex, sam):
    alex.find("push button", "Show a code").press()
    code, address = code_shown(alex), address_shown(alex)
    sam.find("push button", "Type a code").press()
    sam.find("text", "Code").type(code)
    sam.find("text", "Address of the other computer").type(address)
    sam.find("push button", "Find each other").press()
    for program, other in ((alex, "Sam"), (sam, "Alex")):
        program.find("label", re.compile(f"{other} is here as .*"), timeout=SLOW)
    for program in (alex, sam):
        program.find("push button", "Pair").press()
    for program in (alex, sam):
        program.find("label", re.compile("Both computers hold the same.*"), timeout=SLOW)


def open_page(program, page):
    program.find("check box", re.compile(f"^{page}")).press()


def check_in(program, words):
    open_page(program, "Today")
    program.find("text", "What helped?").type(words)
    program.find("radio button", re.compile("Together.*")).press()
    program.find("push button", "Save").press()


def keep_one_commitment(alex, sam):
    open_page(alex, "Commitments")
    alex.key("ctrl+n")
    alex.find("text", "What").type(COMMITMENT)
    alex.find("push button", "Make this commitment").press()
    open_page(alex, "Today")
    alex.find("radio button", "kept").press()
    open_page(sam, "Today")
    sam.find("radio button", "I saw it too", timeout=SLOW).press()


def timeline(program, name):
    """The entries in the order of the page, with people by name, as either of the two would read it aloud."""
    open_page(program, "Timeline")
    return [re.sub(r"\byou\b", name.lower(), node.name.lower()) for node in program.find_all("list item")]


def same_timeline(alex, sam):
    wanted = ("i was late", "i felt heard", f"{COMMITMENT.lower()}: kept", "saw it too", "kept, and confirmed")

    def both_hold():
        there = [" ".join(timeline(*person)) for person in ((alex, "Alex"), (sam, "Sam"))]
        return all(words in text for text in there for words in wanted)
    alex.wait_for(both_hold, "every entry on both timelines", timeout=SLOW)
    # A day's marks are said with its first entry, whichever that is.
    marks = re.compile(r"^today\. marks of the day: .*?confirmed\. ")
    mine, theirs = (sorted(marks.sub("", line) for line in timeline(*person))
                    for person in ((alex, "Alex"), (sam, "Sam")))
    assert mine == theirs, (mine, theirs)
    assert len(mine) == 5, mine


def main(mend):
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        ports = {"alex": free_port(), "sam": free_port()}
        people = {}
        for name, other in (("alex", "sam"), ("sam", "alex")):
            people[name] = session.launch(
                [mend, "--data-dir", f"{folder}/{name}", "--no-multicast", "--listen", f"127.0.0.1:{ports[name]}",
                 "--peer", f"127.0.0.1:{ports[other]}"], name=name)
        alex, sam = people["alex"], people["sam"]
        begin(alex, "Alex", "I broke the trust")
        begin(sam, "Sam", "I was hurt")
        pair(alex, sam)
        check_in(alex, "I was late")
        check_in(sam, "I felt heard")
        keep_one_commitment(alex, sam)
        same_timeline(alex, sam)


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(sys.argv[1])
    print("two windows, one timeline")
