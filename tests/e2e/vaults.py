"""A vault folder and mend-cli on it, for tests that drive the program from outside."""

import datetime
import json
import os
import subprocess
import tempfile
from pathlib import Path

import noon  # before anybody asks for the day

PASSPHRASE = "correct horse"


class Refused(AssertionError):
    """mend-cli ended with another exit code than the test expects."""


class Vault:
    """One person's vault. `wrap` goes before each command, such as ip netns exec NAME."""

    def __init__(self, cli, folder, wrap=(), passphrase=PASSPHRASE):
        self.cli = str(cli)
        self.folder = Path(folder)
        self.wrap = list(wrap)
        self.data = self.folder / "data"
        self.passphrase = self.folder / "passphrase"
        self.passphrase.write_text(passphrase + "\n")
        self.errors = []  # what each command said on standard error
        self.days_ahead = 0  # of the machine's clock; mend-cli-quick alone

    def argv(self, *words, data=None, passphrase=None):
        return self.wrap + [self.cli, "--data-dir", str(data or self.data), "--passphrase-file",
                            str(passphrase or self.passphrase), *map(str, words)]

    def run(self, *words, code=0, timeout=90, **kwargs):
        """Runs a command; gives its standard output. Fails unless it ends with `code`."""
        done = subprocess.run(self.argv(*words, **kwargs), capture_output=True, text=True, timeout=timeout,
                              stdin=subprocess.DEVNULL, env=self.environment())
        self.errors.append(done.stderr)
        if done.returncode != code:
            raise Refused(f"{words}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
        self.error = done.stderr
        return done.stdout

    def json(self, *words, **kwargs):
        return json.loads(self.run(*words, "--json", **kwargs))

    def start(self, *words):
        return subprocess.Popen(self.argv(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                stdin=subprocess.DEVNULL, env=self.environment())

    def today(self):
        return (datetime.date.today() + datetime.timedelta(days=self.days_ahead)).isoformat()

    def environment(self):
        return {**os.environ, "MEND_TEST_DAYS_AHEAD": str(self.days_ahead)}

    def init(self, name, role):
        self.name = name
        return self.run("init", "--name", name, "--role", role).strip()

    def timeline(self):
        return self.json("timeline")["entries"]


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def same_timeline(a, b):
    """True if both hold the same entries, each seen from its own side."""
    flip = {"me": "partner", "partner": "me"}
    theirs = [dict(entry, by=flip[entry["by"]]) for entry in b.timeline()]
    return a.timeline() == theirs


def pair(shower, typer, show=(), enter=(), by_address=False, share="all"):
    """Pairs by the code that is shown, and, if asked for, by the address; both say yes."""
    showing = shower.start("pair", "show", "--yes", "--share", share, *show)
    try:
        first = showing.stdout.readline().split()
        expect(first[:1] == ["code"], f"no code was shown: {first}")
        address = showing.stdout.readline().split()[1]
        peer = ("--peer", address) if by_address else ()
        typer.run("pair", "enter", *first[1:], *peer, "--yes", "--share", share, *enter)
        out, err = showing.communicate(timeout=60)
        expect(showing.returncode == 0, f"the showing side ended with {showing.returncode}: {out}{err}")
    finally:
        showing.kill()


def sync(a, b, for_a=(), for_b=()):
    """Both sync once, at the same time."""
    other = a.start("sync", "--once", "--timeout", "60", *for_a)
    try:
        b.run("sync", "--once", "--timeout", "60", *for_b)
        out, err = other.communicate(timeout=90)
        expect(other.returncode == 0, f"sync ended with {other.returncode}: {out}{err}")
    finally:
        other.kill()


def damm(digits):
    """The check digit of the code (Damm's quasigroup of order 10)."""
    table = ("0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134",
             "8945362017", "9438617205", "2581436790")
    state = 0
    for digit in digits:
        state = int(table[state][int(digit)])
    return str(state)


def code_beside(code):
    """One that finds the same computer, and is not its code."""
    digits = code[:2] + f"{(int(code[2:8]) + 1) % 1_000_000:06}"
    return digits + damm(digits)


def temporary():
    return tempfile.TemporaryDirectory(prefix="mend-e2e-")
