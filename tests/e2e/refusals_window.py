#!/usr/bin/python3
"""refusals_window.py MEND-QUICK MEND-CLI-QUICK NEWER-SCHEMA: the window in bad circumstances. Each time a sentence says
what happened and what is safe, and afterwards the vault is whole. One window meets what can happen before it is open,
another what can happen when it is; both stay, and go on working."""

import re
import sys
from pathlib import Path

import disks
import networks
import refusals_gate
import refusals_inside
from vaults import Vault, temporary
import people
from windows import Session

SKIPPED = 77


def sams_vault(cli, folder):
    folder.mkdir()
    sam = Vault(cli, folder, passphrase=people.passphrase_of("Sam"))
    sam.init("Sam", "hurt")
    return sam


def main(mend, cli, alter_vault):
    lacking = {"disks": disks.absent(), "networks": networks.absent()}
    with temporary() as top, Session() as session:
        top = Path(top)
        sam = sams_vault(cli, top / "sam")
        refusals_gate.all_of_them(session, mend, alter_vault, sam, top, bool(lacking["disks"]))
        refusals_inside.without_a_partner(session, mend, sam, top, bool(lacking["disks"]))
        if not lacking["networks"]:
            refusals_inside.with_a_network(session, mend, cli, sam, top)
    if any(lacking.values()):
        print("skipped in part:", *filter(None, lacking.values()))
        sys.exit(SKIPPED)


if __name__ == "__main__":
    if absent := Session.absent():
        print("skipped: this machine lacks", ", ".join(absent))
        sys.exit(SKIPPED)
    main(*sys.argv[1:])
