"""Two people who had each begun alone share from today, as the program suggests: each gets the other's words of that
day, what was there before stays at home and goes on there, and nothing of it crosses."""

import datetime
import sys
from pathlib import Path

from ports import free_ports
from vaults import Vault, expect, pair, sync, temporary

SAMS, ALEXS = free_ports(2)
TODAY = datetime.date.today().isoformat()


def network(port, other):
    return ("--no-multicast", "--listen", f"127.0.0.1:{port}", "--peer", f"127.0.0.1:{other}")


def begin_alone(sam):
    sam.run("checkin", "--share", "now", "--text", "helped=at home")
    return sam.run("commit", "add", "Home by 18:30", "--every", "daily", "--from", TODAY).strip()


def check_ins(vault, by):
    return [e for e in vault.timeline() if e["kind"] == "checkin" and e["by"] == by]


def nobody_goes_first(sam, alex):
    sam.run("checkin", "--share", "together", "--text", "helped=for Alex")
    sync(sam, alex, network(SAMS, ALEXS), network(ALEXS, SAMS))
    expect([e["seal"] for e in check_ins(alex, "partner")] == ["sealed"], check_ins(alex, "partner"))
    alex.run("checkin", "--share", "together", "--text", "helped=for Sam")
    sync(sam, alex, network(SAMS, ALEXS), network(ALEXS, SAMS))
    for vault, words in ((alex, "for Alex"), (sam, "for Sam")):
        read = [e["body"]["texts"]["helped"] for e in check_ins(vault, "partner")]
        expect(read == [words], read)
    mine = {e["body"]["texts"]["helped"]: e for e in check_ins(sam, "me")}
    expect(set(mine) == {"at home", "for Alex"}, mine)
    expect(mine["for Alex"]["id"] == check_ins(alex, "partner")[0]["id"], "one entry has two ids")


def the_promise_stays_at_home(sam, alex, home):
    before = sam.json("sync", "status")["mine"]["records"]
    sam.run("outcome", home, TODAY, "kept")
    sam.run("commit", "end", home)
    expect(sam.json("sync", "status")["mine"]["records"] == before, "it was shared")
    sync(sam, alex, network(SAMS, ALEXS), network(ALEXS, SAMS))
    expect(alex.json("commit", "list")["commitments"] == [], "it crossed")
    expect("Home by" not in str(alex.timeline()), "it crossed")


def main():
    with temporary() as top:
        people = []
        for name, role in (("Sam", "hurt"), ("Alex", "betrayer")):
            folder = Path(top) / name
            folder.mkdir()
            people.append(Vault(Path(sys.argv[1]), folder))
            people[-1].init(name, role)
        sam, alex = people
        home = begin_alone(sam)
        pair(sam, alex, (*network(SAMS, ALEXS)[:3], "--bind", "127.0.0.1"), network(ALEXS, SAMS)[:3], by_address=True,
             share="from-today")
        nobody_goes_first(sam, alex)
        the_promise_stays_at_home(sam, alex, home)
        for vault in (sam, alex):
            report = vault.json("verify")
            expect(report["ok"] and not report["problems"], report)


if __name__ == "__main__":
    main()
