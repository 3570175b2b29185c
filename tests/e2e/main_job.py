#!/usr/bin/python3
"""main_job.py MEND: what Mend is for, from end to end, in two real windows.

Two people begin, pair by code and typed address, check in "together", one makes a commitment and keeps it, the
other confirms it, and both see the same timeline.
"""

import socket
import sys
import tempfile

import people
from windows import Session

SKIPPED = 77
COMMITMENT = "Home by half past six"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def keep_one_commitment(alex, sam):
    people.make_commitment(alex, COMMITMENT)
    people.open_page(alex, "Today")
    alex.find("radio button", "kept").press()
    people.open_page(sam, "Today")
    sam.find("radio button", "I saw it too", timeout=people.SLOW).press()


def main(mend):
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        ports = {"alex": free_port(), "sam": free_port()}
        alex, sam = (session.launch(
            [mend, "--data-dir", f"{folder}/{name}", "--no-multicast", "--listen", f"127.0.0.1:{ports[name]}",
             "--peer", f"127.0.0.1:{ports[other]}"], name=name) for name, other in (("alex", "sam"), ("sam", "alex")))
        people.begin(alex, "Alex", "I broke the trust")
        people.begin(sam, "Sam", "I was hurt")
        people.pair(alex, sam, ("Alex", "Sam"), by_address=True)
        people.check_in(alex, "I was late")
        people.check_in(sam, "I felt heard")
        keep_one_commitment(alex, sam)
        people.same_timeline(((alex, "Alex"), (sam, "Sam")),
                             ("i was late", "i felt heard", f"{COMMITMENT.lower()}: kept", "saw it too",
                              "kept, and confirmed"), 5)


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(sys.argv[1])
    print("two windows, one timeline")
