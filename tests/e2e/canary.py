#!/usr/bin/python3
"""canary.py MEND MEND-CLI-QUICK: no word that was typed is found in a file, a log, or a core dump.

Unusual words go into every field of the window and of the terminal, of two people who share. Whatever either program
keeps or leaves (data, settings, runtime and temporary folders, what it has open, what it says) is read, while it runs,
after it crashed, and at the end; as UTF-8 and UTF-16."""

import os
import re
import signal
import sys
from pathlib import Path

import crashes
import people
from ports import free_ports
from vaults import Vault, expect, pair, sync, temporary
from windows import Session
from wire import strings

SKIPPED = 77
NAMES = ("Quenelliphant", "Zumbradorian")
# Fields that hold what is no word: digits and addresses.
NO_WORDS = re.compile("Code|Address|address")
FIELDS = ["text", "password text", "entry"]
THERE = {side: ("127.0.0.1", port) for side, port in zip("ab", free_ports(2))}


class Canaries:
    """Words that no file has by chance, a new one each time."""

    def __init__(self):
        self.words = [*NAMES]

    def next(self):
        number, letters = len(self.words), ""
        while number:
            number, letter = divmod(number, 26)
            letters += chr(ord("a") + letter)
        self.words.append(f"quicksilver{letters}heron")
        return self.words[-1]


class Places:
    """All that is written: a folder, and what running programs hold open, even where it has no name any more."""

    def __init__(self, top, canaries):
        self.top = Path(top)
        self.canaries = canaries
        self.read = 0

    def look(self, *pids):
        for path in [p for p in self.top.rglob("*") if p.is_file()]:
            self._look_at(path, str(path.relative_to(self.top)))
        for pid in pids:
            for handle in self._held_open(pid):
                if handle.is_file():
                    self._look_at(handle, f"{os.readlink(handle)}, open")

    def _held_open(self, pid):
        try:
            return list(Path(f"/proc/{pid}/fd").iterdir())
        except PermissionError:  # Mend lets nobody trace it: only root sees what it holds
            expect(os.getuid() != 0, "root may not look")
            print("not looked at, for only root can: what the programs hold open")
            return []

    def _look_at(self, path, called):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return  # gone meanwhile
        self.read += 1
        found = strings.readable(called.encode() + b"\0" + content, self.canaries.words)
        expect(not found, f"{called} has the words {found}")


def fields(program):
    return [node for node in program.find_all(FIELDS)
            if "editable" in node.states and node.enabled and not NO_WORDS.search(node.name)]


def fill_every_field(program, canaries, done):
    """Types a word into each field that is shown; `done` holds the names of those met."""
    for node in fields(program):
        done.add(node.name)
        node.type(canaries.next())


def in_the_window(program, canaries, met):
    """Every page with a field, every form opened; saved where it can be, otherwise left as a draft."""
    people.open_page(program, "Today")
    for form in ("Write another", "Write it down"):
        program.find("push button", form).press()
    program.find("text", "What helped?")
    program.find("text", "What set it off?")
    fill_every_field(program, canaries, met)
    program.find("radio button", "Now").press()
    program.find("push button", people.SAVES["Now"]).press()
    program.find("push button", re.compile("^Share with .* now$"), first=True).press()
    people.open_page(program, "Commitments")
    program.key("ctrl+n")
    program.find("text", "What")
    fill_every_field(program, canaries, met)
    program.find("push button", "Make this commitment").press()
    people.open_page(program, "Journal")
    program.find("push button", "New entry").press()
    program.find("text", "Entry").type(canaries.next())
    met.add("Entry")
    for page in ("Journal", "Timeline", "Settings", "Checklist", "Partner"):
        people.open_page(program, page)
        program.find("label", re.compile(f"^{page}"), first=True)
        for node in [n for n in fields(program) if n.name != "Entry"]:
            met.add(node.name)
            node.type(canaries.next())


def at_the_terminal(sam, alex, canaries, places):
    """Every command that takes words."""
    word = canaries.next
    for field in ("helped", "hard", "need", "thanks"):
        sam.run("--log", "checkin", "--text", f"{field}={word()}", "--share", "private")
    sam.run("--log", "checkin", "--share", "together", "--text", f"helped={word()}")
    alex.run("--log", "checkin", "--share", "now", "--text", f"true={word()}")
    note = sam.run("--log", "note", word()).strip()
    sam.run("--log", "replace", note, word())
    sam.run("--log", "moment", "--strength", "4", word(), "--private")
    sam.run("--log", "moment", "--strength", "4", word())
    promise = alex.run("--log", "commit", "add", word(), "--every", "daily").strip()
    exchange(sam, alex, places)
    alex.run("--log", "outcome", promise, alex.today(), "missed", "--note", word())
    exchange(sam, alex, places)
    sam.run("--log", "view", promise, sam.today(), "thanks", "--note", word())
    sam.run("--log", "timeline", "--search", word())
    sam.run("--log", "note", "x" * 100_000 + word(), code=1)
    exchange(sam, alex, places)
    for vault in (sam, alex):
        for said in vault.errors:
            expect("mend: unlocked" in said or not said.startswith("mend:"), said)
            expect(not strings.readable(said.encode(), canaries.words), f"standard error has words: {said}")


def exchange(sam, alex, places):
    network = {side: ("--no-multicast", "--listen", "%s:%d" % THERE[side], "--peer", "%s:%d" % THERE[other])
               for side, other in (("a", "b"), ("b", "a"))}
    running = sam.start("--log", "sync", *network["a"])
    try:
        alex.run("--log", "sync", "--once", *network["b"])
        places.look(running.pid)
    finally:
        running.terminate()
        sam.errors.append(running.communicate()[1])


def crash_and_come_back(launch, canaries, places, name):
    """A word that is only half written when the program dies is in no file, and comes back from the vault."""
    program = launch()
    people.unlock(program, name)
    draft = canaries.next()
    people.open_page(program, "Journal")
    program.find("push button", "New entry").press()
    program.find("text", "Entry").type(draft)
    program.find("label", "Saved, only on this computer.")
    places.look(program.pid)
    crashes.no_core_of(program.pid, signal.SIGSEGV, places.top)
    places.look()
    again = launch()
    people.unlock(again, name)
    people.open_page(again, "Journal")
    again.find("list item", re.compile(draft))
    crashes.no_core_of(again.pid, signal.SIGABRT, places.top)
    places.look()


def two_people(cli, top):
    made = []
    for name, role, side in zip(NAMES, ("hurt", "betrayer"), "ab"):
        folder = Path(top) / side
        folder.mkdir()
        vault = Vault(cli, folder, passphrase=people.passphrase_of("somebody"))
        vault.passphrase.rename(Path(top).parent / f"{Path(top).name}.{side}")  # what this test itself writes down
        vault.passphrase = Path(top).parent / f"{Path(top).name}.{side}"
        vault.init(name, role)
        made.append(vault)
    sam, alex = made
    show, enter = (("--no-multicast", "--listen", "%s:%d" % THERE[side]) for side in "ab")
    pair(sam, alex, (*show, "--bind", "127.0.0.1"), enter, by_address=True)
    return made


def main(mend, cli):
    with temporary() as outside:
        top = Path(outside) / "all"
        for name in ("", "tmp"):
            (top / name).mkdir()
        canaries = Canaries()
        places = Places(top, canaries)
        crashes.allow_cores(top)
        os.environ.update({"TMPDIR": str(top / "tmp"), "HOME": str(top), "XDG_RUNTIME_DIR": str(top / "tmp")})
        sam, alex = two_people(cli, top)
        at_the_terminal(sam, alex, canaries, places)
        with Session(parent=top) as session:
            launch = lambda: session.launch(
                [mend, "--log", "--data-dir", sam.data, "--no-multicast", "--listen", "127.0.0.1"], name="mend",
                env={"TMPDIR": str(top / "tmp")})
            program, met = launch(), set()
            people.unlock(program, "somebody")
            in_the_window(program, canaries, met)
            expect(len(met) >= 12, f"few fields were met: {met}")
            places.look(program.pid)
            expect(program.close() == 0, "it ended badly")
            crash_and_come_back(launch, canaries, places, "somebody")
            for line in ("mend: started", "mend: unlocked"):
                expect(line in program.output(), "the log is not on")
            places.look()
        exchange(sam, alex, places)
        expect(len(canaries.words) > 30 and places.read > 100, "too little was typed, or read, to say anything")
        for vault in (sam, alex):
            expect(vault.json("verify")["ok"], "verify")


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(*sys.argv[1:])
