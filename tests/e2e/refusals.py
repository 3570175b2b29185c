"""mend-cli in bad circumstances: each gets its exit code and one line that says what happened and what is safe, and
nothing is lost or half done."""

import datetime
import shutil
import socket
import sys
from pathlib import Path

import damage
import disks
import networks
from ports import free_ports
from vaults import Vault, code_beside, damm, expect, pair, same_timeline, sync, temporary

TODAY = datetime.date.today()
SAFE = ("Nothing", "nothing", "kept", "safe", "not touched", "untouched")
ID = "0123456789abcdef"
LONG = "x" * 100_000  # Bytes. The system takes 128 KiB an argument.


def refused(vault, *words, code, says, **kwargs):
    vault.run(*words, code=code, **kwargs)
    lines = vault.error.strip().splitlines()
    expect(len(lines) == 1, f"{words}: not one line: {lines}")
    expect(says in lines[0], f"{words}: {lines[0]}")
    expect(any(word in lines[0] for word in SAFE), f"{words}: says not what is safe: {lines[0]}")


def person(cli, folder, name="Sam", role="hurt", wrap=()):
    folder.mkdir(parents=True)
    vault = Vault(cli, folder, wrap)
    vault.init(name, role)
    return vault


def unchanged(vault, records):
    report = vault.json("verify")
    expect(report == {"ok": True, "records": records, "problems": []}, report)


# --- What was typed ---


def days(sam, promise):
    tomorrow = (TODAY + datetime.timedelta(days=1)).isoformat()
    for day in ("22.11.2026", "2026-02-30", "2026-1-1", "tomorrow", "", tomorrow):
        for words in (("checkin", "--day", day, "--text", "helped=x"), ("outcome", promise, day, "kept"),
                      ("view", promise, day, "confirmed")):
            refused(sam, *words, code=2, says="That day can't be used")
    for option in ("--from", "--until", "--review"):
        refused(sam, "commit", "add", "x", "--every", "daily", option, "2026-13-01", code=2, says="That day")
    refused(sam, "commit", "add", "x", "--every", "once:2026-02-30", code=2, says="--every takes")
    refused(sam, "commit", "add", "x", "--every", "daily", "--from", tomorrow, "--until", TODAY.isoformat(), code=2,
            says="--until is not before --from")
    for option in ("--from", "--to"):
        refused(sam, "timeline", option, "yesterday", code=2, says="That day")


def texts(sam, promise):
    for empty in ("", "   ", "\n"):
        refused(sam, "note", empty, code=1, says="nothing in it")
        refused(sam, "commit", "add", empty, "--every", "daily", code=1, says="nothing in it")
        refused(sam, "checkin", "--text", f"helped={empty}", code=1, says="nothing in it")
    for words in (("note", LONG), ("moment", "--strength", "1", LONG), ("outcome", promise, TODAY, "kept", "--note", LONG),
                  ("checkin", "--text", f"helped={LONG}", "--text", f"hard={LONG}"),
                  ("checkin", "--text", f"helped={LONG}", "--text", f"hard={LONG}", "--share", "together"),
                  ("commit", "add", LONG, "--every", "daily")):
        refused(sam, *words, code=1, says="too long")
    refused(sam, "note", "a bell \a rings", code=2, says="not possible")


def ids(sam):
    for words in (("withdraw", ID), ("open", ID), ("replace", ID, "x"), ("commit", "pause", ID), ("consent", ID, "yes"),
                  ("commit", "resume", ID), ("commit", "end", ID), ("outcome", ID, TODAY, "kept"),
                  ("view", ID, TODAY, "confirmed"), ("withdraw", "0123"), ("withdraw", "no-hex-at-all")):
        refused(sam, *words, code=1, says="No single entry has this id")
    refused(sam, "checkin", "--tick", "H99", "--text", "helped=x", code=1, says="no step H99")
    refused(sam, "commit", "add", "x", "--every", "daily", "--step", "B99", code=1, says="no step B99")
    refused(sam, "checklist", "set", "H99", "done", code=1, says="no step H99")
    refused(sam, "checklist", "set", "H2", "done", "--share", code=1, says="nobody's to see")


def what_was_typed(cli, top):
    sam = person(cli, top / "typed")
    promise = sam.run("commit", "add", "Walk", "--every", "daily").strip()
    for try_it in (lambda: days(sam, promise), lambda: texts(sam, promise), lambda: ids(sam)):
        try_it()
        unchanged(sam, 2)


# --- Secrets ---


def old_codes(cli, top):
    folder = top / "codes"
    folder.mkdir()
    sam = Vault(cli, folder)
    old = sam.run("init", "--name", "Sam", "--role", "hurt").strip()
    both = folder / "both"
    both.write_text("correct horse\nbattery staple\n")
    new = sam.run("passphrase", "--new-key", passphrase=both).strip()
    for code, says in ((old, "isn't this vault's"), ("abc", "isn't a recovery code")):
        both.write_text(f"{code}\nmine now\n")
        refused(sam, "passphrase", "--recover", code=3, says=says, passphrase=both)
    refused(sam, "timeline", code=3, says="isn't the passphrase")
    both.write_bytes("m\u00fcde\n".encode("latin-1"))
    refused(sam, "timeline", code=1, says="not UTF-8", passphrase=both)
    both.write_text(f"{new}\ncorrect horse\n")
    sam.run("passphrase", "--recover", passphrase=both)
    unchanged(sam, 1)


def wrong_pairing_codes(cli, top):
    sam, alex = (person(cli, top / "pairing" / name, name, role) for name, role in (("Sam", "hurt"), ("Alex", "betrayer")))
    here = ("--no-multicast", "--listen", "127.0.0.1")
    showing = sam.start("pair", "show", "--yes", "--timeout", "60", "--bind", "127.0.0.1", *here)
    code = "".join(showing.stdout.readline().split()[1:])
    peer = showing.stdout.readline().split()[1]
    slip = code[:8] + str((int(code[8]) + 1) % 10)
    refused(alex, "pair", "enter", slip, "--peer", peer, *here, code=2, says="mistyped")
    refused(alex, "pair", "enter", code_beside(code), "--peer", peer, "--yes", *here, code=1, says="not right")
    _, said = showing.communicate(timeout=60)
    expect(showing.returncode == 1 and "can't be used any more" in said, f"{showing.returncode}: {said}")
    refused(alex, "pair", "enter", code, "--peer", peer, "--yes", *here, code=4, says="does not answer")
    refused(sam, "pair", "show", "--timeout", "1", *here, code=4, says="time for this code is over")
    for vault in (sam, alex):
        expect(vault.json("pair", "status")["paired"] is False, "paired by a wrong code")
        unchanged(vault, 1)


# --- Folders ---


def a_reading_that_is_wrong(cli, top, alter_vault):
    sam = person(cli, top / "reading")
    sam.run("note", "written")
    before = sam.run("timeline")
    damage.with_a_wrong_reading(alter_vault, sam.passphrase)(sam.data)
    refused(sam, "verify", code=5, says="Not in order: projection-differs (1). Nothing was changed. What was written is "
                                        "whole; mend-cli rebuild")
    expect("written" not in sam.run("timeline"), "nothing was wrong")
    sam.run("rebuild")
    expect(sam.run("timeline") == before, "the reading is another one")
    unchanged(sam, 2)


def folders(cli, top, alter_vault):
    sam = person(cli, top / "folders")
    absent = top / "absent"
    refused(sam, "timeline", code=1, says="no vault in this folder", data=absent)
    expect(not absent.exists(), "asking for a vault made its folder")
    refused(sam, "init", "--name", "Sam", code=1, says="can't be made", data="/proc/nowhere/data")
    refused(sam, "init", "--name", "Sam", code=1, says="was not touched")
    refused(sam, "sync", code=4, says="not paired")
    for spoil, code, says in ((damage.of_a_newer_version, 1, "newer Mend"),
                              (damage.of_a_newer_schema(alter_vault, sam.passphrase), 1, "newer Mend"),
                              (damage.database_without_its_first_page, 5, "can't be read"),
                              (damage.key_file_cut_off, 5, "key file"),
                              (damage.database_with_a_hole, 5, "Keep the folder as it is."),
                              (damage.database_in_plain, 5, "not encrypted")):
        data = top / spoil.__name__
        shutil.copytree(sam.data, data)
        spoil(data)
        before = damage.contents(data)
        refused(sam, "verify", code=code, says=says, data=data)
        if spoil is not damage.database_with_a_hole:  # a page that a note doesn't touch
            refused(sam, "note", "x", code=code, says=says, data=data)
        now = damage.contents(data)
        expect({p: c for p, c in now.items() if p in before} == before, f"{spoil.__name__}: something was written")


def in_use(cli, top):
    sam, alex = (person(cli, top / "use" / name, name, role) for name, role in (("Sam", "hurt"), ("Alex", "betrayer")))
    ports = free_ports(2)
    here, there = (("--no-multicast", "--listen", f"127.0.0.1:{port}") for port in ports)
    pair(sam, alex, (*here, "--bind", "127.0.0.1"), there, by_address=True)
    both = top / "use" / "both"
    both.write_text("correct horse\nbattery staple\n")
    running = sam.start("--log", "sync", *here)
    try:
        while "listening" not in running.stderr.readline():
            expect(running.poll() is None, "sync ended")
        refused(sam, "sync", "--once", *here, code=1, says="in use")
        refused(sam, "passphrase", "--new-key", code=1, says="in use", passphrase=both)
        sam.run("note", "written meanwhile")
    finally:
        running.kill()
        running.communicate()
    with socket.create_server(("127.0.0.1", ports[0])):
        refused(sam, "sync", "--once", "--timeout", "1", *here, code=4, says="--listen can't be used")
    for words in (("pair", "show"), ("pair", "enter", "000000000")):
        refused(sam, *words, code=1, says="paired already")
    refused(sam, "role", "betrayer", code=1, says="paired already")
    unchanged(sam, 5)  # two members, two pairs, and the note


def disk_that_is_full(cli, top):
    with disks.Disk(top, "3m") as disk:
        sam = person(cli, top / "full")
        shutil.move(sam.data, disk.path / "data")
        sam.data = disk.path / "data"
        written = 0
        disk.fill()
        for _ in range(100):
            try:
                sam.run("note", "y" * 30_000)
                written += 1
            except AssertionError:
                break
        for words in (("note", "z" * 30_000), ("checkin", "--text", "helped=" + "z" * 30_000)):
            refused(sam, *words, code=1, says="disk is full")
        refused(sam, "init", "--name", "Sam", code=1, says="disk is full", data=disk.path / "another")
        expect(not (disk.path / "another").exists(), "half a vault is there")
        disk.empty()
        unchanged(sam, 1 + written)
        sam.run("note", "there is room again")
        unchanged(sam, 2 + written)


def disk_that_is_read_only(cli, top):
    with disks.Disk(top, "8m") as disk:
        sam = person(cli, top / "readonly")
        shutil.move(sam.data, disk.path / "data")
        sam.data = disk.path / "data"
        disk.make_read_only()
        for words in (("note", "x"), ("timeline",), ("verify",)):
            refused(sam, *words, code=1, says="can be read but not written")
        refused(sam, "init", "--name", "Sam", code=1, says="can't be made", data=disk.path / "another")
        disk.make_writable()
        unchanged(sam, 1)


# --- Networks ---


def no_network(cli, top):
    with networks.Alone() as nowhere:
        sam = person(cli, top / "nowhere", wrap=networks.TwoComputers.inside(nowhere))
        refused(sam, "pair", "enter", "42718630" + damm("42718630"), "--timeout", "1", code=4, says="no network")
        refused(sam, "pair", "show", "--timeout", "1", code=4, says="time for this code is over")
        unchanged(sam, 1)


def no_multicast(cli, top):
    with networks.TwoComputers() as computers:
        computers.forbid_multicast()
        sam, alex = (person(cli, top / "unicast" / name, name, role, computers.inside(space)) for name, role, space in (
            ("Sam", "hurt", computers.a), ("Alex", "betrayer", computers.b)))
        refused(alex, "pair", "enter", "42718630" + damm("42718630"), "--timeout", "1", code=4, says="--peer HOST:PORT")
        pair(sam, alex, by_address=True)
        sam.run("note", "by address")
        sync(sam, alex)
        expect(same_timeline(sam, alex), "the timelines differ")
        computers.cut()
        sam.run("note", "without a cable")
        refused(sam, "sync", "--once", "--timeout", "1", code=4, says="no network")
        for vault in (sam, alex):
            expect(vault.json("verify")["ok"], "verify")


def main():
    cli, alter_vault = Path(sys.argv[1]), sys.argv[2]
    lacking = {"disks": disks.absent(), "networks": networks.absent()}
    with temporary() as top:
        top = Path(top)
        for group in (what_was_typed, old_codes, wrong_pairing_codes, in_use):
            group(cli, top)
        folders(cli, top, alter_vault)
        a_reading_that_is_wrong(cli, top, alter_vault)
        for needs, group in (("disks", disk_that_is_full), ("disks", disk_that_is_read_only), ("networks", no_network),
                             ("networks", no_multicast)):
            if not lacking[needs]:
                group(cli, top)
    if any(lacking.values()):
        print("skipped in part:", *filter(None, lacking.values()))
        sys.exit(77)


if __name__ == "__main__":
    main()
