"""mend-cli against what cli.md promises scripts: help, options, the shapes of --json, and nothing else on standard
output."""

import datetime
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
from pathlib import Path

import damage
from ports import free_ports
from vaults import Vault, expect, pair, sync, temporary

TODAY = datetime.date.today().isoformat()
SHAPES = {
    ("timeline",): {"entries", "more"},
    ("commit", "list"): {"commitments"},
    ("checklist",): {"role", "steps"},
    ("sync", "status"): {"paired", "connected", "in_step", "mine", "theirs", "sealed", "fork", "paused"},
    ("pair", "status"): {"paired", "name", "provisional", "fingerprint"},
    ("verify",): {"ok", "records", "problems"},
}
ENTRY = {"id", "kind", "day", "at", "by", "body", "seal", "edited", "late"}
COMMITMENT = {"id", "title", "owner", "state", "schedule", "by", "until", "review", "days"}
STEP = {"id", "kind", "title", "state"}
WRITING = (["note", "x"], ["init", "--name", "x"], ["checkin"], ["moment", "x"], ["pause"], ["resume"], ["unpair"],
           ["sync"], ["pair", "show"], ["role", "hurt"], ["passphrase"], ["commit", "end", "0123456789"])


def help_is_true_and_complete(sam):
    text = sam.run("--help")
    expect(sam.error == "", sam.error)
    commands = re.findall(r"^  ([a-z]+(?: [a-z]+)?)(?= |$)", text, re.M)
    wanted = {"init", "role", "passphrase", "pair show", "pair enter", "pair status", "unpair", "pause", "resume",
              "sync", "sync status", "checkin", "commit add", "commit list", "commit pause", "commit resume",
              "commit end", "consent", "outcome", "view", "note", "moment", "withdraw", "open", "replace", "checklist",
              "checklist set", "timeline", "verify"}
    found = {name for name in wanted if re.search(rf"^  {name}(?= [^a-z]|$| )", text, re.M)}
    expect(found == wanted, f"not in the help: {wanted - found}; {commands}")
    for name in wanted:
        alone = sam.run(*name.split(), "--help").strip()
        expect(alone in text, f"{name} --help says something else")
        # Every option that is named is known; one that is not ends the command before it does anything.
        for option in re.findall(r"--[a-z-]+", alone):
            sam.run(*name.split(), f"{option}=1", "--nonsense", code=2)
            expect(sam.error.startswith(("Unknown option 'nonsense'.", f"Unexpected value after '{option}'.")), sam.error)
            expect(len(sam.error.strip().splitlines()) == 1, sam.error)
    for option in ("--data-dir", "--passphrase-file", "--log", "--json", "--version"):
        expect(option in text, f"{option} is not in the help")
    for code in range(6):
        expect(re.search(rf"\b{code} [a-z]", text), f"exit code {code} is not in the help")


def json_alone_on_standard_output(sam):
    for words, keys in SHAPES.items():
        out = sam.run("--log", *words, "--json")
        said = json.loads(out)
        expect(out.count("\n") == 1 and keys <= set(said), f"{words}: {out}")
        expect("mend: unlocked" in sam.error, "the log goes to standard error")
    entries = sam.json("timeline")["entries"]
    for entry in entries:
        expect(ENTRY <= set(entry) and re.fullmatch("[0-9a-f]{64}", entry["id"]), entry)
        expect(entry["by"] in ("me", "partner") and entry["seal"] in ("none", "sealed", "withdrawn"), entry)
        expect(entry["at"] % 60_000 == 0 and isinstance(entry["edited"], bool), entry)
    (commitment,) = sam.json("commit", "list")["commitments"]
    expect(COMMITMENT <= set(commitment) and {"day", "state", "note"} <= set(commitment["days"][0]), commitment)
    expect((commitment["owner"], commitment["state"], commitment["schedule"]) == ("me", "active", "daily"), commitment)
    expect(commitment["by"] == "18:30" and commitment["until"] is None, commitment)
    steps = sam.json("checklist")["steps"]
    expect(all(STEP <= set(step) for step in steps), steps)
    expect({s["id"] for s in sam.json("checklist", "--role", "betrayer")["steps"]} >= {"B1", "B30", "S1"}, "B1")
    for words in WRITING:
        sam.run(*words, "--json", code=2)
        expect("json" in sam.error, sam.error)


def narrowing_the_timeline(sam):
    for words, count in ((["--kind", "note"], 2), (["--kind", "note", "--kind", "outcome"], 3), (["--limit", "1"], 1),
                         (["--from", TODAY], 4), (["--to", "2020-01-01"], 0), (["--search", "harbour"], 1),
                         (["--search", "nowhere"], 0)):
        entries = sam.json("timeline", *words)["entries"]
        expect(len(entries) == count, f"{words}: {[e['kind'] for e in entries]}")
    expect(sam.json("timeline", "--limit", "1")["more"] is True and sam.json("timeline")["more"] is False, "more")
    sam.run("timeline", "--kind", "notes", code=2)
    expect(len(sam.run("timeline").splitlines()) == 4, "one line an entry")


def short_ids(sam, shown):
    whole = next(e["id"] for e in sam.timeline() if e["id"].startswith(shown))
    expect(re.fullmatch("[0-9a-f]{8,}", shown), f"a short id of another form: {shown}")
    others = [e["id"] for e in sam.timeline() if e["id"] != whole]
    expect(not any(o.startswith(shown) for o in others), "a short id that two have")
    for form in (shown, shown.upper(), whole, whole[:20]):
        sam.run("replace", form, "at the harbour")
    sam.run("replace", whole[:7], "x", code=1)


def replacing_keeps_the_rest(sam):
    first = sam.run("checkin", "--share", "now", "--with-scales", "--scale", "trust=3", "--scale", "safety=4",
                    "--feeling", "calm", "--text", "helped=tea", "--text", "hard=the news").strip()
    for wrong in (["--scale", "trust=5"], ["--tick", "H6"]):
        sam.run("replace", first, *wrong, code=2)
        expect("Nothing was saved" in sam.error, sam.error)
    sam.run("replace", first, "--scale", "trust=5", "--with-scales", "--text", "hard=")
    body = next(e["body"] for e in sam.timeline() if e["kind"] == "checkin")
    expect(body == {"role": "hurt", "scales": {"trust": 5, "safety": 4}, "feelings": ["calm"],
                    "texts": {"helped": "tea"}, "ticks": []}, body)
    sealed = sam.run("checkin", "--share", "together", "--text", "helped=rain").strip()
    sam.run("replace", sealed, "--text", "helped=sun")
    entry = next(e for e in sam.timeline() if e["kind"] == "checkin")
    expect(entry["seal"] == "sealed" and entry["body"]["texts"] == {"helped": "sun"}, entry)
    moment = sam.run("moment", "--strength", "6", "--need", "listen", "the song").strip()
    sam.run("replace", moment, "--strength", "7")
    body = next(e["body"] for e in sam.timeline() if e["kind"] == "moment")
    expect(body == {"strength": 7, "need": "listen", "text": "the song"}, body)
    for wrong in (["--strength", "much"], ["--need", "cake"], ["--until", "18:30"], ["--scale", "trust=1"], []):
        sam.run("replace", moment, *wrong, code=2)
        expect(len(sam.error.strip().splitlines()) == 1 and "Nothing was saved" in sam.error, sam.error)
    expect(body == next(e["body"] for e in sam.timeline() if e["kind"] == "moment"), "a refused change was made")


def texts_that_look_like_options(sam):
    note = sam.run("note", "--", "-5 outside, and --warm-- inside").strip()
    entry = next(e for e in sam.timeline() if e["id"].startswith(note))
    expect(entry["body"]["text"] == "-5 outside, and --warm-- inside", entry)
    sam.run("withdraw", note)


def what_is_there_is_refused(sam, top):
    before = damage.contents(sam.data)
    file = top / "code"
    file.write_text("the only copy of another code")
    sam.run("init", "--name", "Eve", "--recovery-code-file", top / "new", code=1)
    expect(damage.contents(sam.data) == before and not (top / "new").exists(), "init over a vault did something")
    another = top / "another"
    for name in (file, "/proc/nowhere/code"):
        sam.run("init", "--name", "Eve", "--recovery-code-file", name, code=1, data=another)
        expect(not another.exists(), "a vault was made whose code could not be kept")
    expect(file.read_text() == "the only copy of another code", "a code file was written over")
    sam.run("passphrase", "--recover", "--new-key", code=2)
    sam.run("passphrase", "--recovery-code-file", top / "new", code=2)
    expect(not (top / "new").exists(), "a code file was made for nothing")
    too_long = top / "long"
    too_long.write_text("x" * 5000 + "\n")
    sam.run("timeline", code=1, passphrase=too_long)


def passphrase_on_standard_input_or_terminal(sam):
    argv = [sam.cli, "--data-dir", sam.data, "--passphrase-file", "-", "verify", "--json"]
    done = subprocess.run(argv, input=sam.passphrase.read_text(), capture_output=True, text=True, timeout=60)
    expect(json.loads(done.stdout)["ok"] is True, done)
    typed = sam.passphrase.read_bytes()
    code, said = at_a_terminal([sam.cli, "--data-dir", str(sam.data), "verify"], typed)
    expect(code == 0 and b"all in order" in said and typed.strip() not in said, said)
    code, said = at_a_terminal([sam.cli, "--data-dir", str(sam.data), "verify"], b"\x04")
    expect(code == 1 and b"Nothing was changed" in said, said)


def at_a_terminal(argv, typed):
    """(exit code, what was shown)"""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(argv[0], argv)
    said, answered = b"", False
    try:
        while select.select([terminal], [], [], 30)[0]:
            said += os.read(terminal, 1000)
            if not answered and b"Passphrase: " in said:
                answered = os.write(terminal, typed)
    except OSError:
        pass  # the other end is closed
    os.kill(pid, signal.SIGKILL)  # if it still waits; one that has ended hears nothing
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said


def a_terminal_that_speaks_again(sam):
    """Whatever ends mend-cli at the prompt, the shell after it shows what is typed."""
    for typed, number in ((b"\x03", None), (b"\x1c", None), (None, signal.SIGTERM), (None, signal.SIGHUP)):
        pid, terminal = pty.fork()
        if pid == 0:
            os.execv(sam.cli, [str(sam.cli), "--data-dir", str(sam.data), "verify"])
        said = b""
        while b"Passphrase: " not in said:
            expect(select.select([terminal], [], [], 30)[0], said)
            said += os.read(terminal, 1000)
        # The other end is kept, as a shell would: it goes with its last holder otherwise.
        other_end = os.open(os.readlink(f"/proc/{pid}/fd/0"), os.O_RDWR | os.O_NOCTTY)
        expect(not termios.tcgetattr(other_end)[3] & termios.ECHO, "a passphrase would be shown")
        if typed:
            os.write(terminal, typed)
        else:
            os.kill(pid, number)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        expect(code in (-signal.SIGINT, -signal.SIGQUIT, -signal.SIGTERM, -signal.SIGHUP), f"ended with {code}")
        expect(termios.tcgetattr(other_end)[3] & termios.ECHO, f"the terminal stays silent after {typed or number}")
        os.close(other_end)
        os.close(terminal)


def output_that_goes_nowhere(sam):
    with open("/dev/full", "w") as full:
        done = subprocess.run(sam.argv("timeline", "--json"), stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    expect(done.returncode == 1 and "standard output" in done.stderr, done)


def how_sharing_stands(sam, alex):
    ports = free_ports(2)
    here, there = (("--no-multicast", "--listen", f"127.0.0.1:{port}") for port in ports)
    pair(sam, alex, (*here, "--bind", "127.0.0.1"), there, by_address=True)
    sync(sam, alex, (*here, "--peer", f"127.0.0.1:{ports[1]}"), (*there, "--peer", f"127.0.0.1:{ports[0]}"))
    status = sam.json("sync", "status")
    expect(status["paired"] and status["in_step"] and not status["paused"] and not status["fork"], status)
    expect(status["mine"]["records"] == alex.json("sync", "status")["theirs"]["records"] > 3, status)
    sam.run("pause")
    expect(sam.json("sync", "status")["paused"] is True, "paused, and not said")
    sam.run("sync", "--once", "--timeout", "1", *here, code=1)
    sam.run("resume")
    expect(sam.json("sync", "status")["paused"] is False, "resumed, and not said")
    for wrong in (["--listen", "somewhere:x"], ["--peer", "somewhere"], ["--timeout", "0"], ["--timeout", "soon"]):
        sam.run("sync", "--once", *wrong, code=2)
        expect("Nothing was sent" in sam.error, sam.error)
    sam.run("unpair")
    sam.run("unpair", code=4)
    expect(sam.json("pair", "status")["paired"] is False and sam.json("verify")["ok"], "unpaired")


def main():
    cli = Path(sys.argv[1])
    with temporary() as top:
        top = Path(top)
        people = []
        for name, role in (("Sam", "hurt"), ("Alex", "betrayer")):
            (top / name).mkdir()
            vault = Vault(cli, top / name)
            vault.init(name, role)
            people.append(vault)
        sam, alex = people
        promise = sam.run("commit", "add", "Home", "--every", "daily", "--by", "18:30").strip()
        sam.run("outcome", promise, TODAY, "kept")
        note = sam.run("note", "at the station").strip()
        sam.run("note", "a plan", "--kind", "plan")
        short_ids(sam, note)
        json_alone_on_standard_output(sam)
        narrowing_the_timeline(sam)
        help_is_true_and_complete(sam)
        replacing_keeps_the_rest(sam)
        texts_that_look_like_options(sam)
        what_is_there_is_refused(sam, top)
        passphrase_on_standard_input_or_terminal(sam)
        a_terminal_that_speaks_again(sam)
        output_that_goes_nowhere(sam)
        how_sharing_stands(sam, alex)


if __name__ == "__main__":
    main()
