#!/usr/bin/python3
"""main_job.py MEND: what Mend is for, from end to end, in two real windows.

Two people begin, pair by code and typed address, check in "together", one makes a commitment and keeps it, the
other confirms it, and both see the same timeline. They close their windows, and it is there when one comes back.
"""

import sys
import tempfile

import people
from ports import free_ports
from windows import Session

SKIPPED = 77
COMMITMENT = "Home by half past six"
ENTRIES = 5


def keep_one_commitment(alex, sam):
    people.make_commitment(alex, COMMITMENT)
    people.open_page(alex, "Today")
    alex.find("radio button", "kept").press()
    people.open_page(sam, "Today")
    sam.find("radio button", "I saw it too", timeout=people.SLOW).press()


def close_and_come_back(alex, sam, launch_sam):
    before = people.timeline(sam, "Sam")
    for program in (alex, sam):
        assert program.close() == 0, f"{program.name} ended with {program.returncode}"
    again = launch_sam()
    people.unlock(again, "Sam")
    again.wait_for(lambda: people.timeline(again, "Sam") == before, "the same timeline")


def main(mend):
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        ports = dict(zip(("alex", "sam"), free_ports(2)))
        launch = lambda name, other: session.launch(
            [mend, "--data-dir", f"{folder}/{name}", "--no-multicast", "--listen", f"127.0.0.1:{ports[name]}",
             "--peer", f"127.0.0.1:{ports[other]}"], name=name)
        alex, sam = launch("alex", "sam"), launch("sam", "alex")
        people.begin(alex, "Alex", "I broke the trust")
        people.begin(sam, "Sam", "I was hurt")
        people.pair(alex, sam, ("Alex", "Sam"), by_address=True)
        people.check_in(alex, "I was late")
        people.check_in(sam, "I felt heard")
        keep_one_commitment(alex, sam)
        people.same_timeline(((alex, "Alex"), (sam, "Sam")),
                             ("i was late", "i felt heard", f"{COMMITMENT.lower()}: kept", "saw it too",
                              "kept, and confirmed"), ENTRIES)
        close_and_come_back(alex, sam, lambda: launch("sam", "alex"))


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(sys.argv[1])
    print("two windows, one timeline")
