#!/usr/bin/python3
"""two_windows.py MEND MEND-CLI-QUICK: two computers with a real window each, driven as a screen reader does.

Paired by the digits alone, found over the network; both write, the cable is cut, both write, it is joined again. Then
the windows are closed, and mend-cli reads both vaults, and lives a second day with them. Whoever listened to both days
learnt nothing."""

import re
import sys
from pathlib import Path

import networks
import onlooker
import people
from vaults import Vault, expect, same_timeline, sync, temporary
from windows import Session
from wire import Capture

SKIPPED = 77
PRIVATE = "thunderousquietude"
SAM, ALEX = "Samantha Quill", "Alexander Reed"
# All that is typed: long enough that none can come up by chance.
TYPED = (PRIVATE, "I felt heard today", "I was later than I said", "at my sister's house", "still at the office",
         "the second day", SAM, ALEX, "Samantha", "Alexander", people.passphrase_of(SAM))


def write_on_both(sam, alex):
    people.check_in(sam, PRIVATE, share="Just me")
    people.check_in(sam, "I felt heard today")
    sealed_until_both(sam, alex)


def sealed_until_both(sam, alex):
    people.open_page(alex, "Today")
    alex.find("label", re.compile("^Something from Samantha Quill opens when you both have shared one"),
              timeout=people.SLOW)
    expect("I felt heard" not in alex.tree(), "a sealed check-in is shown")
    expect("I felt heard" not in "".join(people.timeline(alex, ALEX)), "a sealed check-in is on the timeline")
    people.check_in(alex, "I was later than I said")
    people.same_timeline(((sam, SAM), (alex, ALEX)), ("i felt heard today", "i was later than i said"), 2)


def apart_and_together_again(computers, sam, alex):
    computers.cut()
    for program, words in ((sam, "at my sister's house"), (alex, "still at the office")):
        people.write_note(program, words)
        expect(words in "".join(people.timeline(program, "")), "what was written apart is not here")
    expect("office" not in "".join(people.timeline(sam, SAM)), "it came without a cable")
    computers.join()
    people.same_timeline(((sam, SAM), (alex, ALEX)),
                         ("i felt heard today", "i was later", "at my sister's house", "still at the office"), 4)


def a_day_in_the_windows(mend, computers, folders, path):
    with Session() as session, Capture(path, computers.a, "veth0"):
        sam, alex = (session.launch([mend, "--log", "--data-dir", folder / "data"], name=name, netns=space)
                     for name, folder, space in zip(("sam", "alex"), folders, (computers.a, computers.b)))
        for program, name in ((sam, SAM), (alex, ALEX)):
            people.unlock(program, name)
            people.open_page(program, "Partner")
        people.pair(sam, alex, (SAM, ALEX))
        write_on_both(sam, alex)
        apart_and_together_again(computers, sam, alex)
        for program in (sam, alex):
            expect(program.close() == 0, f"{program.name} ended badly")
            said = program.output()
            expect("mend: connected" in said and not any(word in said for word in TYPED), said)


def the_vaults_agree(sam, alex):
    for vault in (sam, alex):
        report = vault.json("verify")
        expect(report["ok"] and not report["problems"], report)
    expect(same_timeline(sam, alex), "the timelines differ")
    expect(len(sam.timeline()) == 4, sam.timeline())
    expect(alex.json("timeline", "--search", PRIVATE)["entries"] == [], "the private check-in crossed")
    # Member, pair, check-in, note: no record, and no gap, where the private one was written.
    expect(alex.json("sync", "status")["theirs"]["records"] == 4, alex.json("sync", "status"))


def a_day_at_the_terminal(computers, sam, alex, path):
    with Capture(path, computers.a, "veth0"):
        for vault in (sam, alex):
            vault.days_ahead = 1
            vault.run("note", "the second day")
        sync(sam, alex)
    expect(same_timeline(sam, alex) and len(sam.timeline()) == 6, "the timelines differ on the second day")


def main(mend, cli):
    with temporary() as top, networks.TwoComputers() as computers:
        top = Path(top)
        vaults = []
        for name, role, space in ((SAM, "hurt", computers.a), (ALEX, "betrayer", computers.b)):
            folder = top / name
            folder.mkdir()
            vaults.append(Vault(cli, folder, computers.inside(space), people.passphrase_of(name)))
            vaults[-1].init(name, role)
        captures = [top / "first.pcap", top / "second.pcap"]
        a_day_in_the_windows(mend, computers, [v.folder for v in vaults], captures[0])
        the_vaults_agree(*vaults)
        a_day_at_the_terminal(computers, *vaults, captures[1])
        onlooker.nothing_to_see(captures, TYPED, top)


if __name__ == "__main__":
    if lacking := [*Session.absent(), *filter(None, (networks.absent(), Capture.absent()))]:
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(*sys.argv[1:])
