#!/usr/bin/python3
"""refusals_window.py MEND MEND-CLI-QUICK: the window in bad circumstances. Each time a sentence says what happened and
what is safe, and afterwards the vault is whole."""

import re
import shutil
import sys
from pathlib import Path

import damage
import disks
import networks
import people
from vaults import Vault, expect, temporary
from gi.repository import GLib
from windows import Session

SKIPPED = 77
LONG = ("many words " * 20_000)[:200 * 1024]  # Bytes.
WRONG_CODE = "1Z59E-P0NDQ-KNM65"


class Desk:
    """Starts Mend's window on folders, one after the other."""

    def __init__(self, mend, session):
        self._mend = mend
        self._session = session

    def open(self, data, netns=None):
        return self._session.launch([self._mend, "--data-dir", data, "--no-multicast", "--listen", "127.0.0.1"],
                                    name=Path(data).parent.name, netns=netns)


def says(program, sentence):
    program.find("label", re.compile(sentence), timeout=people.SLOW, first=True)


def try_passphrase(program, words):
    program.find("password text", "Passphrase").type(words)
    program.find("push button", "Unlock").press()


def wrong_secrets(desk, sam):
    program = desk.open(sam.data)
    try_passphrase(program, "not it at all")
    says(program, "That isn’t it. Nothing is lost")
    program.find("push button", "I have lost my passphrase").press()
    program.find("text", "Recovery code").type(WRONG_CODE)
    for field in ("New passphrase", "The same once more"):
        program.find("password text", field).type("seven more quiet boats")
    program.find("push button", "Open with the code").press()
    says(program, "recovery code.* Nothing is lost|Nothing is lost.*recovery code|perhaps a letter slipped")
    program.kill()


def spoilt_folders(desk, sam, top):
    for spoil, sentence in ((damage.of_a_newer_version, "A newer Mend wrote this. It stays as it is"),
                            (damage.key_file_cut_off, "key is damaged. Mend changed nothing"),
                            (damage.database_in_plain, "encrypted store isn’t available")):
        data = top / spoil.__name__ / "data"
        shutil.copytree(sam.data, data)
        spoil(data)
        before = damage.contents(data)
        program = desk.open(data)
        try_passphrase(program, people.passphrase_of("Sam"))
        says(program, sentence)
        program.kill()
        now = damage.contents(data)
        expect({path: now[path] for path in before} == before, f"{spoil.__name__}: something was written")


def paste(program, words):
    field = program.find("text", "What helped?")
    try:
        field.fill(words)
    except GLib.Error:
        pass  # so much text may take longer to lay out than the bus waits for an answer
    program.wait_for(lambda: len(field.text or "") == len(words), "the words in their field", people.SLOW)


def empty_and_far_too_long(desk, sam):
    program = desk.open(sam.data)
    people.unlock(program, "Sam")
    program.find("push button", "Save").press()
    says(program, "There is nothing to save yet")
    paste(program, LONG)
    program.find("push button", "Save").press()
    says(program, "longer than a check-in can hold. Everything is still here")
    expect(len(program.find("text", "What helped?").text) == len(LONG), "the words are not still here")
    program.kill()
    expect(sam.json("verify") == {"ok": True, "records": 1, "problems": []}, "something was saved")


def full_disk(desk, sam, top):
    with disks.Disk(top, "4m") as disk:
        shutil.copytree(sam.data, disk.path / "data")
        program = desk.open(disk.path / "data")
        people.unlock(program, "Sam")
        disk.fill()
        paste(program, LONG[:12_000])
        program.find("push button", "Save").press()
        says(program, "The disk is full. What you saved before is safe")
        program.kill()
        disk.empty()
        expect(sam.json("verify", data=disk.path / "data")["ok"], "verify")


def read_only_disk(desk, sam, top):
    with disks.Disk(top, "8m") as disk:
        shutil.copytree(sam.data, disk.path / "data")
        disk.make_read_only()
        program = desk.open(disk.path / "data")
        try_passphrase(program, people.passphrase_of("Sam"))
        says(program, "may not write into its folder. What is there stays as it is")
        program.kill()
        disk.make_writable()
        expect(sam.json("verify", data=disk.path / "data")["ok"], "verify")


def mistyped_code_without_a_network(desk, sam):
    with networks.Alone() as nowhere:
        program = desk.open(sam.data, netns=nowhere)
        people.unlock(program, "Sam")
        people.open_page(program, "Partner")
        program.find("push button", "Type a code").press()
        program.find("text", "Code").type("123456789")
        program.find("push button", "Find each other").press()
        says(program, "mistyped|slip|digit")
        program.kill()


def main(mend, cli):
    lacking = {"disks": disks.absent(), "networks": networks.absent()}
    with temporary() as top, Session() as session:
        top = Path(top)
        (top / "sam").mkdir()
        sam = Vault(cli, top / "sam", passphrase=people.passphrase_of("Sam"))
        sam.init("Sam", "hurt")
        desk = Desk(mend, session)
        wrong_secrets(desk, sam)
        spoilt_folders(desk, sam, top)
        empty_and_far_too_long(desk, sam)
        if not lacking["disks"]:
            full_disk(desk, sam, top)
            read_only_disk(desk, sam, top)
        if not lacking["networks"]:
            mistyped_code_without_a_network(desk, sam)
    if any(lacking.values()):
        print("skipped in part:", *filter(None, lacking.values()))
        sys.exit(SKIPPED)


if __name__ == "__main__":
    if absent := Session.absent():
        print("skipped: this machine lacks", ", ".join(absent))
        sys.exit(SKIPPED)
    main(*sys.argv[1:])
