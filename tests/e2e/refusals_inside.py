"""While Mend is open: words that don't fit, a disk that is full, another program that holds the vault, codes that are
of no use, networks that carry nothing, a Mend that shares already. What was written is there afterwards."""

import contextlib
import fcntl
import re
import shutil
import time

import disks
import networks
import people
import strangers
from vaults import Vault, code_beside, expect, same_timeline, sync
from gi.repository import GLib

LONG = ("many words " * 20_000)[:200 * 1024]  # Bytes.
HALF_WRITTEN = "half a thought"
A_CODE = "123456786"  # nine digits that fit together
SLIPPED = "123456789"
WAL_WRITE_LOCK = 120  # The byte of the -shm file that a writer holds (sqlite.org/walformat.html, 2.3.1).
NOTED = "written meanwhile"


def says(program, sentence):
    program.find("label", re.compile(sentence), timeout=people.SLOW, first=True)


def paste(program, words):
    field = program.find("text", "What helped?")
    try:
        field.fill(words)
    except GLib.Error:
        pass  # so much text may take longer to lay out than the bus waits for an answer
    program.wait_for(lambda: len(field.text or "") == len(words), "the words in their field", people.SLOW)


def save(program):
    program.find("push button", "Save").press()


def open_window(session, mend, data, netns=None, env=None):
    program = session.launch([mend, "--data-dir", data, "--no-multicast"] if not netns else [mend, "--data-dir", data],
                             name="inside", netns=netns, env=env)
    people.unlock(program, "Sam")
    return program


# --- What is written ---


def empty_and_far_too_long(program):
    save(program)
    says(program, "There is nothing to save yet")
    paste(program, LONG)
    save(program)
    says(program, "longer than a check-in can hold. Everything is still here")
    expect(len(program.find("text", "What helped?").text) == len(LONG), "the words are not still here")


def full_disk(program, disk):
    disk.fill()
    paste(program, LONG[:12_000])
    says(program, "The disk is full, so what you are writing isn.t kept yet. What you saved before is safe. Make some")
    save(program)
    says(program, "The disk is full. What you saved before is safe; this was not saved. Make some room")
    disk.empty()
    program.gone("label", re.compile("The disk is full, so"))  # it tries again by itself
    save(program)
    program.find("push button", "Show the check-ins you kept to yourself")


@contextlib.contextmanager
def somebody_writes(data):
    """Another program is in the middle of a transaction."""
    with open(data / "vault.db-shm", "rb+") as index:
        fcntl.lockf(index, fcntl.LOCK_EX, 1, WAL_WRITE_LOCK)
        yield


def held_by_another_program(program, data):
    people.open_page(program, "Today")
    program.find("push button", "Write another").press()
    with somebody_writes(data):
        program.find("text", "What helped?").fill("not kept yet")
        says(program, "Another program holds what is yours, so what you are writing isn.t kept yet. What you saved")
    program.gone("label", re.compile("Another program holds"))


def killed_while_somebody_writes(program, data):
    """A crash loses at most two seconds of typing."""
    written = lambda: (data / "vault.db-wal").stat().st_mtime_ns
    before = written()
    program.find("text", "What helped?").type(HALF_WRITTEN)
    program.wait_for(lambda: written() != before, "what is half written is kept")
    # The promise itself, counted from what was kept last: a busy machine types slowly.
    last = written()
    since = time.monotonic()
    while time.monotonic() - since < 2.2:
        time.sleep(0.05)
        if written() != last:
            last, since = written(), time.monotonic()
    program.kill()


def the_draft_is_there(program):
    """Whoever unlocks may not be alone in the room: what was begun waits until it is asked for."""
    go_on = program.find("push button", "Go on with the check-in you began")
    expect(not program.find_all("text", "What helped?"), "what was half written stands open")
    go_on.press()
    program.wait_for(lambda: program.find("text", "What helped?").text == HALF_WRITTEN, "what was half written")


def without_a_partner(session, mend, sam, top, without_disks):
    with contextlib.ExitStack() as stack:
        disk = None if without_disks else stack.enter_context(disks.Disk(top, "8m"))
        folder = disk.path if disk else top / "inside"
        shutil.copytree(sam.data, folder / "data")
        program = open_window(session, mend, folder / "data")
        empty_and_far_too_long(program)
        if disk:
            full_disk(program, disk)
        else:
            paste(program, "a few words")
            save(program)
        held_by_another_program(program, folder / "data")
        killed_while_somebody_writes(program, folder / "data")
        shutil.rmtree(sam.data)
        shutil.copytree(folder / "data", sam.data)  # as a crash left it
    program = open_window(session, mend, sam.data)
    the_draft_is_there(program)
    expect(program.close() == 0, "it ended badly")
    expect(sam.json("verify") == {"ok": True, "records": 1, "problems": []}, "a check-in for me alone is a record")


# --- Networks ---


def type_a_code(program, code, address=""):
    program.find("text", "Code").type(code)
    if address:
        program.find("text", "Address of the other computer").type(address)
    program.find("push button", "Find each other").press()


def codes_that_find_nobody(program, computers, alex):
    people.open_page(program, "Partner")
    program.find("push button", "Type a code").press()
    type_a_code(program, SLIPPED)
    says(program, "A digit slipped. Nothing was sent, and the code still holds")
    computers.cut()
    type_a_code(program, A_CODE)
    says(program, "This computer has no network just now. Nothing was sent, and the code still holds")
    computers.join()
    shown = alex.start("pair", "show", "--timeout", "1")
    code, address = ("".join(shown.stdout.readline().split()[1:]) for _ in range(2))
    expect(shown.wait(30) == 4, "an old code is shown still")
    type_a_code(program, code, address)
    says(program, "Nothing answers at that address. Nothing was sent. Compare it")
    program.find("push button", "Back").press()


def show_a_code(program):
    program.find("push button", "Show a code").press()
    return people.code_shown(program), people.address_shown(program)


def codes_that_are_of_no_use(program, clock, alex):
    code, address = show_a_code(program)
    alex.run("pair", "enter", code_beside(code), "--peer", address, "--yes", code=1)
    says(program, "That was not the code. It is used up now, so that nobody can guess. Nothing was shared")
    alex.run("pair", "enter", code, "--peer", address, "--yes", code=4)
    code, address = show_a_code(program)
    clock.write_text("601")
    alex.run("pair", "enter", code, "--peer", address, "--yes", code=4)
    says(program, "The time for this code is over. Nothing was shared. Show a new code")
    clock.write_text("0")
    expect(not alex.json("pair", "status")["paired"], "paired by a code that is of no use")


def pair_after_a_stranger_knocked(program, computers, alex, folder):
    code, address = show_a_code(program)
    host, port = address.rsplit(":", 1)
    strangers.nothing_comes_back(computers, host, port, strangers.MADE_UP, folder)
    typing = alex.start("pair", "enter", code, "--peer", address, "--yes")
    program.find("label", re.compile("Alex is here as .*"), timeout=people.SLOW)
    program.find("push button", "Pair").press()
    out, err = typing.communicate(timeout=people.SLOW)
    expect(typing.returncode == 0, f"{out}{err}")


def networks_that_carry_nothing(program, computers):
    says(program, "Mend can.t look around on this network. What you write is kept here. Type the address that Alex")
    computers.cut()
    says(program, "This computer has no network. What you write is kept here and will be shared when both")
    computers.join()


def has_come_to(alex):
    alex.run("sync", "--once")
    return [e for e in alex.timeline() if e["kind"] == "note" and e["body"]["text"] == NOTED]


def somebody_shares_already(program, sam, alex):
    program.key("ctrl+l")
    program.find("password text", "Passphrase")
    sharing = sam.start("--log", "sync")
    try:
        while "listening" not in sharing.stderr.readline():
            expect(sharing.poll() is None, "sync ended")
        people.unlock(program, "Sam")
        people.open_page(program, "Partner")
        says(program, "Another Mend on this computer does the sharing at the moment. What you write here goes along")
        people.write_note(program, NOTED)
        program.wait_for(lambda: has_come_to(alex), "what was written in the window, by way of the other program",
                         people.SLOW)
    finally:
        sharing.kill()
        sharing.communicate()
    people.open_page(program, "Partner")
    program.gone("label", re.compile("Another Mend on this computer"))


def with_a_network(session, mend, cli, sam, top):
    clock = top / "seconds"
    clock.write_text("0")
    with networks.TwoComputers() as computers:
        computers.forbid_multicast()
        (top / "alex").mkdir()
        alex = Vault(cli, top / "alex", computers.inside(computers.b))
        alex.init("Alex", "betrayer")
        sam.wrap = computers.inside(computers.a)
        program = open_window(session, mend, sam.data, computers.a, {"MEND_TEST_SECONDS_AHEAD": str(clock)})
        codes_that_find_nobody(program, computers, alex)
        codes_that_are_of_no_use(program, clock, alex)
        pair_after_a_stranger_knocked(program, computers, alex, top)
        networks_that_carry_nothing(program, computers)
        somebody_shares_already(program, sam, alex)
        expect(program.close() == 0, "it ended badly")
        sync(sam, alex)
        for vault in (sam, alex):
            expect(vault.json("verify")["ok"], "verify")
        expect(same_timeline(sam, alex), "the timelines differ")
