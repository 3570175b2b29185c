#!/usr/bin/python3
"""read_only.py MEND-QUICK MEND-CLI-QUICK: a disk that becomes read-only while Mend is open. It is said, what was saved
before is whole, what is being written stays on the screen, and nothing falls over."""

import re
import shutil
import sys
from pathlib import Path

import disks
import people
from vaults import Vault, expect, temporary
from windows import Session

SKIPPED = 77


def says(program, sentence):
    program.find("label", re.compile(sentence), timeout=people.SLOW, first=True)


def is_whole(sam, data, rescued, records):
    """As somebody would look who has copied the folder to a disk that works."""
    shutil.copytree(data, rescued)
    report = sam.json("verify", data=rescued)
    expect(report == {"ok": True, "records": records, "problems": []}, report)


def in_a_terminal(cli, top):
    with disks.BreakingDisk(top) as disk:
        sam = Vault(cli, top)
        sam.data = disk.path / "data"
        sam.init("Sam", "hurt")
        sam.run("note", "kept before")
        waiting = sam.start("pair", "show", "--timeout", "60", "--bind", "127.0.0.1")
        expect("code" in waiting.stdout.readline(), "no code is shown")
        disk.breaks()
        sam.run("note", "too late", code=1)
        expect("can be read but not written. Everything in it is safe" in sam.error, sam.error)
        expect(waiting.poll() is None, f"who had the vault open fell over: {waiting.returncode}")
        waiting.terminate()
        waiting.communicate(timeout=people.SLOW)
        is_whole(sam, sam.data, top / "rescued-from-the-terminal", 2)


def in_a_window(session, mend, cli, top):
    with disks.BreakingDisk(top) as disk:
        sam = Vault(cli, top, passphrase=people.passphrase_of("Sam"))
        sam.data = disk.path / "data"
        sam.init("Sam", "hurt")
        program = session.launch([mend, "--data-dir", sam.data, "--no-multicast"], name="read-only")
        people.unlock(program, "Sam")
        program.find("text", "What helped?").fill("kept before")
        program.find("push button", "Save").press()
        program.find("push button", re.compile("^Show the check-ins"))
        program.find("push button", "Write another").press()
        disk.breaks()
        program.find("text", "What helped?").fill("still here")
        says(program, "Mend may no longer write into its folder, so what you are writing isn.t kept. What you saved")
        program.find("push button", "Save").press()
        says(program, "Mend may not write into its folder. What is there stays as it is")
        expect(program.find("text", "What helped?").text == "still here", "the words are not on the screen any more")
        program.kill()
        is_whole(sam, sam.data, top / "rescued-from-the-window", 1)


def main(mend, cli):
    lacking = [disks.BreakingDisk.absent(), *Session.absent()]
    with temporary() as top:
        top = Path(top)
        if not lacking[0]:
            in_a_terminal(cli, top)
        if not any(lacking):
            with Session() as session:
                in_a_window(session, mend, cli, top)
    if any(lacking):
        print("skipped in part: this machine lacks", *filter(None, lacking))
        sys.exit(SKIPPED)


if __name__ == "__main__":
    main(*sys.argv[1:])
