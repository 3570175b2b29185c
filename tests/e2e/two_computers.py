"""Two computers with nothing but mend-cli: pair by digits found over multicast, write on both, cut the link, write
on both, join again. Both timelines agree entry for entry, and a private check-in leaves no trace."""

import datetime
import sys
import time
from pathlib import Path

import networks
from vaults import Vault, expect, pair, same_timeline, sync, temporary

TODAY = datetime.date.today()
YESTERDAY = (TODAY - datetime.timedelta(days=1)).isoformat()


def write_on_both(sam, alex):
    sam.run("checkin", "--share", "private", "--scale", "trust=2", "--text", "hard=onlyformyself")
    sam.run("checkin", "--share", "together", "--text", "helped=a long walk")
    home = alex.run("commit", "add", "Home by 18:30", "--every", "daily", "--by", "18:30", "--from", YESTERDAY).strip()
    alex.run("outcome", home, YESTERDAY, "kept")
    return home


def sealed_until_both(sam, alex):
    checkins = [e for e in alex.timeline() if e["kind"] == "checkin"]
    expect(len(checkins) == 1 and checkins[0]["body"] is None and checkins[0]["seal"] == "sealed", checkins)
    alex.run("checkin", "--share", "together", "--text", "true=I was afraid")
    sync(sam, alex)
    for vault in (sam, alex):
        opened = [e for e in vault.timeline() if e["kind"] == "checkin"]
        expect(len(opened) == 2 and all(e["body"] and e["seal"] == "none" for e in opened), opened)


def apart_and_together_again(computers, sam, alex, home):
    computers.cut()
    sam.run("view", home, YESTERDAY, "confirmed", "--note", "I was here")
    sam.run("note", "at my sister's")
    alex.run("note", "at the office")
    alex.run("outcome", home, TODAY.isoformat(), "missed", "--note", "I forgot")
    sam.run("sync", "--once", "--timeout", "3", code=4)
    expect("kept" in sam.error, sam.error)
    computers.join()
    time.sleep(2)  # IPv6 finds its address again
    sync(sam, alex)
    expect(same_timeline(sam, alex), "the timelines differ after the link came back")
    days = {d["day"]: d["state"] for d in alex.json("commit", "list")["commitments"][0]["days"]}
    expect(days[YESTERDAY] == "confirmed" and days[TODAY.isoformat()] == "missed-told", days)


def no_trace_of_the_private(alex):
    for entry in alex.timeline():
        expect("onlyformyself" not in str(entry), "the private check-in crossed")
    found = alex.json("timeline", "--search", "onlyformyself")["entries"]
    expect(found == [], found)
    # Member, pair, check-in, view, note: nothing else, and no gap between them.
    expect(alex.json("sync", "status")["theirs"]["records"] == 5, alex.json("sync", "status"))


def main():
    missing = networks.absent()
    if missing:
        print("skipped: " + missing)
        sys.exit(77)
    cli = Path(sys.argv[1])
    with temporary() as top, networks.TwoComputers() as computers:
        people = []
        for name, role, space in (("Sam", "hurt", computers.a), ("Alex", "betrayer", computers.b)):
            folder = Path(top) / name
            folder.mkdir()
            vault = Vault(cli, folder, computers.inside(space))
            vault.init(name, role)
            people.append(vault)
        sam, alex = people
        time.sleep(2)  # IPv6 addresses are tentative for a moment
        pair(sam, alex)
        expect(sam.json("pair", "status")["name"] == "Alex", "Sam is paired with Alex")
        home = write_on_both(sam, alex)
        sync(sam, alex)
        sealed_until_both(sam, alex)
        apart_and_together_again(computers, sam, alex, home)
        no_trace_of_the_private(alex)
        for vault in people:
            report = vault.json("verify")
            expect(report["ok"] and not report["problems"], report)


if __name__ == "__main__":
    main()
