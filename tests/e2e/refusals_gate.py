"""Before anything is open: secrets that are wrong, folders that are not as they should be, somebody who has them. One
window, whose folder is another each time it looks; and one that is to begin where nothing can be written."""

import contextlib
import fcntl
import re
import shutil

import damage
import disks
import people
from vaults import expect

WRONG_CODE = "1Z59E-P0NDQ-KNM65"
NOWHERE = "/proc/nowhere/data"  # can't be made by anybody


def says(program, sentence):
    program.find("label", re.compile(sentence), timeout=people.SLOW, first=True)


def try_passphrase(program, words=people.passphrase_of("Sam")):
    program.find("password text", "Passphrase").fill(words)
    program.find("push button", "Unlock").press()


class Gate:
    """A window that asks for the passphrase of whatever lies in its folder just now."""

    def __init__(self, session, mend, sam, folder):
        self.sam = sam
        self.data = folder / "data"
        self.put_back()
        self.program = session.launch([mend, "--data-dir", self.data, "--no-multicast", "--listen", "127.0.0.1"],
                                      name="gate")

    def put_back(self):
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(self.sam.data, self.data)

    def refuses(self, sentence):
        """Says so, and writes nothing over what was there."""
        before = damage.contents(self.data)
        try_passphrase(self.program)
        says(self.program, sentence)
        now = damage.contents(self.data)
        expect({path: now.get(path) for path in before} == before, f"{sentence}: something was written")

    def is_whole(self):
        report = self.sam.json("verify", data=self.data)
        expect(report == {"ok": True, "records": 1, "problems": []}, report)


def wrong_secrets(gate):
    try_passphrase(gate.program, "not it at all")
    says(gate.program, "That isn.t it. Nothing is lost")
    gate.program.find("push button", "I have lost my passphrase").press()
    gate.program.find("text", "Recovery code").fill(WRONG_CODE)
    for field in ("New passphrase", "The same once more"):
        gate.program.find("password text", field).fill("seven more quiet boats")
    gate.program.find("push button", "Open with the code").press()
    says(gate.program, "perhaps a letter slipped. Nothing is lost")
    gate.program.find("push button", "I know my passphrase").press()


def spoilt_folders(gate, alter_vault):
    newer = "A newer Mend wrote this. It stays as it is. Install the newer"
    unreadable = "can.t be read. Mend wrote nothing over it. Make a copy"
    # One after the other, no two of which get the same sentence: it must be said anew.
    for spoil, sentence in ((damage.of_a_newer_version, newer),
                            (damage.key_file_cut_off, "key is damaged. Mend changed nothing. Put back a copy"),
                            (damage.database_in_plain, "encrypted store isn.t available.*Nothing was written"),
                            (damage.database_without_its_first_page, unreadable),
                            (damage.of_a_newer_schema(alter_vault, gate.sam.passphrase), newer),
                            (damage.database_of_one_page, unreadable)):
        gate.put_back()
        spoil(gate.data)
        gate.refuses(sentence)


@contextlib.contextmanager
def somebody_else_has(path):
    """As a Mend that gives the vault a new key does."""
    with open(path, "rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def in_use(gate):
    gate.put_back()
    with somebody_else_has(gate.data / "vault.lock"):
        gate.refuses("Another Mend has this open right now. Nothing was changed. Close the other one")
    gate.is_whole()


def gone(gate):
    shutil.rmtree(gate.data)
    try_passphrase(gate.program)
    says(gate.program, "There is nothing of Mend.s in this folder. Nothing was changed")
    expect(not gate.data.exists(), "a folder was made where there was none")


def read_only(gate, disk):
    gate.put_back()
    disk.make_read_only()
    gate.refuses("may not write into its folder. What is there stays as it is. Give yourself the right")
    disk.make_writable()
    gate.is_whole()


def nowhere_to_begin(session, mend):
    program = session.launch([mend, "--data-dir", NOWHERE, "--no-multicast", "--listen", "127.0.0.1"], name="nowhere")
    people.say_who(program, "Sam", "I was hurt")
    says(program, "folder for Mend.s data can.t be found or made. Nothing was lost. Look whether the disk is there")
    program.kill()


def all_of_them(session, mend, alter_vault, sam, top, without_disks):
    with contextlib.ExitStack() as stack:
        disk = None if without_disks else stack.enter_context(disks.Disk(top, "16m"))
        gate = Gate(session, mend, sam, disk.path if disk else top)
        wrong_secrets(gate)
        spoilt_folders(gate, alter_vault)
        in_use(gate)
        gone(gate)
        if disk:
            read_only(gate, disk)
        gate.put_back()
        try_passphrase(gate.program)
        gate.program.find("page tab", re.compile("^Today"), timeout=people.SLOW)
        expect(gate.program.close() == 0, "it ended badly")
        gate.is_whole()
    nowhere_to_begin(session, mend)
