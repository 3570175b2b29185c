"""Two computers with nothing but mend-cli: pair by digits found over multicast, write on both, cut the link, write
on both, join again; and the day after once more. Both timelines agree entry for entry, a private check-in leaves no
trace, and whoever listens to both days, or knocks, learns nothing."""

import datetime
import sys
import time
from pathlib import Path

import networks
import onlooker
import strangers
from vaults import Vault, expect, pair, same_timeline, sync, temporary
from wire import Capture

TODAY = datetime.date.today()
YESTERDAY = (TODAY - datetime.timedelta(days=1)).isoformat()
TOMORROW = (TODAY + datetime.timedelta(days=1)).isoformat()
PRIVATE = "onlyformyself"
# All that is typed, and who types it: long enough that none can come up by chance.
NAMES = ("Samantha Quill", "Alexander Reed")
TYPED = (PRIVATE, "a long walk", "Home by 18:30", "I was afraid", "I was here", "at my sister's", "at the office",
         "I forgot", "the second day", *NAMES, "Samantha", "Alexander")


def write_on_both(sam, alex):
    sam.run("checkin", "--share", "private", "--scale", "trust=2", "--text", f"hard={PRIVATE}")
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
    sam.run("sync", "--once", "--timeout", "1", code=4)
    expect("kept" in sam.error, sam.error)
    computers.join()
    sync(sam, alex)
    expect(same_timeline(sam, alex), "the timelines differ after the link came back")
    days = {d["day"]: d["state"] for d in alex.json("commit", "list")["commitments"][0]["days"]}
    expect(days[YESTERDAY] == "confirmed" and days[TODAY.isoformat()] == "missed-told", days)


def no_trace_of_the_private(alex):
    for entry in alex.timeline():
        expect(PRIVATE not in str(entry), "the private check-in crossed")
    found = alex.json("timeline", "--search", PRIVATE)["entries"]
    expect(found == [], found)
    # Member, pair, check-in, view, note: nothing else, and no gap between them.
    expect(alex.json("sync", "status")["theirs"]["records"] == 5, alex.json("sync", "status"))


def the_day_after(sam, alex):
    for vault in (sam, alex):
        vault.days_ahead = 1
        vault.run("note", f"the second day of {vault.name}")
    sync(sam, alex)
    expect(same_timeline(sam, alex), "the timelines differ on the second day")
    expect({e["day"] for e in alex.timeline()} >= {TODAY.isoformat(), TOMORROW}, alex.timeline())


def a_stranger_knocks(computers, sam, alex, days, top):
    """While Sam listens, and Alex is not there; and after it, nothing has changed between the two."""
    waiting = sam.start("sync")
    try:
        port = _port_of(computers.a)
        with Capture(Path(top) / "knocks.pcap", computers.a, "veth0"):
            recorded = strangers.recorded_on(days)
            strangers.nothing_comes_back(computers, networks.ADDRESS_OF_A, port, recorded, top)
        seen = onlooker.Day(Path(top) / "knocks.pcap")
        expect(len(seen.connections) >= 8, "the knocks were not seen")
        expect(all(c.dialler[0] == networks.ADDRESS_OF_B and not c.answered for c in seen.connections),
               "a stranger's knock was answered")
        expect(not [d for d in seen.beacons if d.target[0] == networks.ADDRESS_OF_B], "a stranger got a datagram")
        alex.run("note", "at the office still")
        alex.run("sync", "--once", "--timeout", "60")
    finally:
        waiting.kill()
        waiting.wait()
    expect(same_timeline(sam, alex), "the timelines differ after a stranger knocked")


def _port_of(computer):
    end = time.monotonic() + 30
    while not (ports := networks.listening(computer)):
        expect(time.monotonic() < end, "nothing listens")
        time.sleep(0.05)
    return ports.pop()


def live_two_days(computers, sam, alex, top):
    first, second = (Path(top) / name for name in ("first.pcap", "second.pcap"))
    with Capture(first, computers.a, "veth0"):
        pair(sam, alex)
        expect(sam.json("pair", "status")["name"] == alex.name, "Sam is paired with Alex")
        home = write_on_both(sam, alex)
        sync(sam, alex)
        sealed_until_both(sam, alex)
        apart_and_together_again(computers, sam, alex, home)
        no_trace_of_the_private(alex)
    with Capture(second, computers.a, "veth0"):
        the_day_after(sam, alex)
    return onlooker.nothing_to_see([first, second], TYPED, top)


def main():
    missing = networks.absent() or Capture.absent()
    if missing:
        print("skipped: " + missing)
        sys.exit(77)
    cli = Path(sys.argv[1])
    with temporary() as top, networks.TwoComputers() as computers:
        people = []
        for name, role, space in zip(NAMES, ("hurt", "betrayer"), (computers.a, computers.b)):
            folder = Path(top) / name
            folder.mkdir()
            vault = Vault(cli, folder, computers.inside(space))
            vault.init(name, role)
            people.append(vault)
        days = live_two_days(computers, *people, top)
        a_stranger_knocks(computers, *people, days, top)
        for vault in people:
            report = vault.json("verify")
            expect(report["ok"] and not report["problems"], report)


if __name__ == "__main__":
    main()
