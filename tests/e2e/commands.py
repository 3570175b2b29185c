"""mend-cli's commands and exit codes: what each refuses, what it says, and that nothing is lost by it."""

import datetime
import os
import subprocess
import sys
from pathlib import Path

from vaults import Vault, expect, temporary

TODAY = datetime.date.today().isoformat()


def files_of(folder):
    return {p: p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def vault_is_made_once(cli, folder):
    sam = Vault(cli, folder)
    sam.run("timeline", code=1)
    expect("There is no vault" in sam.error, sam.error)
    code_file = folder / "code"
    sam.run("init", "--name", "Sam", "--role", "hurt", "--recovery-code-file", code_file)
    expect(code_file.stat().st_mode & 0o077 == 0, "the recovery code can be read by others")
    before = files_of(sam.data)
    sam.run("init", "--name", "Eve", "--role", "hurt", code=1)
    expect(files_of(sam.data) == before, "init touched a vault that was there")
    for file in sam.data.iterdir():
        expect(file.stat().st_mode & 0o077 == 0, f"{file} can be read by others")
    return sam


def wrong_secrets(sam):
    wrong = sam.folder / "wrong"
    wrong.write_text("not it\n")
    sam.run("timeline", code=3, passphrase=wrong)
    expect("Nothing is lost" in sam.error, sam.error)
    sam.run("timeline", code=1, passphrase=sam.folder / "absent")
    # The recovery code opens, and sets another passphrase.
    both = sam.folder / "both"
    both.write_text((sam.folder / "code").read_text().strip() + "\nanother one\n")
    sam.run("passphrase", "--recover", passphrase=both)
    both.write_text("1Z59E-P0NDQ-KNM65\nanother one\n")
    sam.run("passphrase", "--recover", code=3, passphrase=both)
    both.write_text("another one\ncorrect horse\n")
    sam.run("passphrase", passphrase=both)
    sam.run("timeline")
    both.write_text("not it\ncorrect horse\n")
    sam.run("passphrase", code=3, passphrase=both)


def wrong_usage(sam):
    for words in (["nothing"], ["checkin", "--day", "22.11.2026"], ["checkin", "--scale", "trust=11", "--text", "helped=x"],
                  ["checkin", "--feeling", "smug"], ["outcome", "00000000", "yesterday", "kept"],
                  ["commit", "add", "x", "--every", "now and then"], ["commit", "add", "x"], ["moment", "x"],
                  ["pair", "enter", "12"], ["pair", "enter", "123456789", "--peer", "nowhere"], ["timeline", "--limit", "0"],
                  ["checkin", "--share", "everybody"], ["consent", "00000000", "maybe"], ["--nonsense"]):
        sam.run(*words, code=2)
        expect(len(sam.error.strip()) > 10, f"{words}: no sentence")
    tomorrow = (datetime.date.today() + datetime.timedelta(days=1)).isoformat()
    sam.run("checkin", "--day", tomorrow, "--text", "helped=x", code=2)
    expect("future" in sam.error, sam.error)
    sam.run("checkin", code=1)
    sam.run("checkin", "--text", "helped=" + "x" * 100_000, code=1)
    sam.run("withdraw", "0123456789ab", code=1)
    sam.run("view", "0123456789ab", TODAY, "confirmed", code=1)
    sam.run("sync", "--once", code=4)
    sam.run("unpair", code=4)
    sam.run("commit", "add", "Call", "--every", "daily", "--for", "partner", code=4)
    expect("nothing was sent or asked" in sam.error, sam.error)
    expect(sam.timeline() == [], "something was saved by a refused command")


def commands_that_write(sam):
    note = sam.run("note", "at the harbour", "--until", "18:30").strip()
    sam.run("replace", note, "at the station")
    entry = sam.timeline()[0]
    expect(entry["edited"] and entry["body"]["text"] == "at the station", entry)
    expect(sam.json("timeline", "--search", "station")["entries"][0]["id"].startswith(note), "search")
    sam.run("withdraw", note)
    expect(sam.timeline()[0]["seal"] == "withdrawn" and sam.timeline()[0]["body"] is None, "withdrawn words are there")
    sam.run("moment", "--strength", "7", "--need", "listen", "the song", "--private")
    expect(len(sam.timeline()) == 1, "a private moment is on the timeline")
    commitment = sam.run("commit", "add", "Walk together", "--every", "sat,sun", "--by", "10:00").strip()
    sam.run("commit", "pause", commitment)
    listed = sam.json("commit", "list")["commitments"][0]
    expect(listed["state"] == "paused" and listed["by"] == "10:00" and listed["schedule"] == "sat,sun", listed)
    sam.run("commit", "resume", commitment)
    sam.run("commit", "end", commitment)
    expect(sam.json("commit", "list")["commitments"][0]["state"] == "ended", "ended")
    sam.run("checklist", "set", "H4", "working")
    steps = {s["id"]: s["state"] for s in sam.json("checklist")["steps"]}
    expect(steps["H4"] == "working" and steps["S7"] == "none" and "B1" not in steps, steps)
    sam.run("checklist", "set", "H99", "working", code=1)
    expect(sam.json("sync", "status")["paired"] is False, "paired")
    expect(sam.json("verify")["ok"] is True, "verify")


def damage_is_said_and_left_alone(cli, sam, folder):
    keys = sam.data / "vault.keys"
    whole = keys.read_bytes()
    keys.write_bytes(whole[:-5])
    sam.run("timeline", code=5)
    expect(keys.read_bytes() == whole[:-5], "a damaged key file was changed")
    keys.write_bytes(whole)
    database = sam.data / "vault.db"
    whole = database.read_bytes()
    database.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    sam.run("verify", code=5)
    database.write_bytes(b"SQLite format 3\0" + whole[16:])
    sam.run("timeline", code=5)
    expect("not encrypted" in sam.error, sam.error)
    database.write_bytes(whole)
    sam.run("verify")
    elsewhere = Vault(cli, folder)
    elsewhere.data = Path("/proc/nowhere/data")
    elsewhere.run("init", "--name", "Sam", code=1)


def words_stay_out_of_files(sam):
    canary = "quicksilverheron"
    sam.run("checkin", "--share", "now", "--text", "helped=" + canary)
    sam.run("note", canary)
    for path, content in files_of(sam.data).items():
        expect(canary.encode() not in content and canary.encode("utf-16-le") not in content, f"{path} has the words")
    sam.run("timeline", "--search", canary)
    expect(canary not in sam.error, "the words are on standard error")


def full_cost_once(cli, folder):
    """The real program, with the real cost of a passphrase."""
    sam = Vault(cli, folder)
    sam.init("Sam", "hurt")
    sam.run("checkin", "--text", "helped=a walk")
    version = subprocess.run([str(cli), "--version"], capture_output=True, text=True, check=True).stdout
    expect(version.startswith("mend-cli "), version)


def main():
    quick, real = Path(sys.argv[1]), Path(sys.argv[2])
    os.environ.pop("DISPLAY", None)
    with temporary() as top:
        folder = Path(top) / "one"
        folder.mkdir()
        sam = vault_is_made_once(quick, folder)
        wrong_secrets(sam)
        wrong_usage(sam)
        commands_that_write(sam)
        words_stay_out_of_files(sam)
        other = Path(top) / "other"
        other.mkdir()
        damage_is_said_and_left_alone(quick, sam, other)
        last = Path(top) / "last"
        last.mkdir()
        full_cost_once(real, last)


if __name__ == "__main__":
    main()
