"""What was copied in Mend, or selected there with the mouse, nobody gets once it is locked, hidden, deleted or encrypted
anew."""

import json
import re
import subprocess
import sys
import tempfile

import people
from windows import Session

SKIPPED = 77
WORDS = "quiet herons over the weir"
NOTHING = {"clipboard": "", "selection": ""}


class Other:
    """Another program on the same display."""

    def __init__(self, binary, env):
        self._binary = binary
        self._env = env

    def gets(self):
        done = subprocess.run([self._binary], env=self._env, capture_output=True, text=True, timeout=people.SLOW,
                              check=True)
        return json.loads(done.stdout)

    def copies(self, words):
        held = subprocess.Popen([self._binary, words], env=self._env, stdout=subprocess.PIPE, text=True)
        assert held.stdout.readline() == "held\n"
        return held


def comes_to(program, other, expected):
    program.wait_for(lambda: other.gets() == expected, f"pasting to give {expected}, not {other.gets()}")


def copied_code(program, other):
    """Before the first check-in: the code that is to be kept on paper."""
    people.say_who(program, "Sam", "I was hurt")
    program.find("push button", "Copy", timeout=people.SLOW).press()
    program.wait_for(lambda: other.gets()["clipboard"], "the code to be copied")
    program.key("ctrl+l")
    program.find("push button", "Unlock")
    comes_to(program, other, NOTHING)


def select_words(program):
    people.open_page(program, "Journal")
    if not program.find_all("text", "Entry"):
        program.key("ctrl+n")
    entry = program.find("text", "Entry").type(WORDS)
    entry.select()
    program.key("ctrl+c")


def copied_words(program, other, keys):
    people.unlock(program, "Sam")
    select_words(program)
    comes_to(program, other, {"clipboard": WORDS, "selection": WORDS})
    program.key(keys)
    comes_to(program, other, NOTHING)


def copied_words_of_what_is_deleted(program, other):
    people.unlock(program, "Sam")
    select_words(program)
    comes_to(program, other, {"clipboard": WORDS, "selection": WORDS})
    people.open_page(program, "Settings")
    program.find("push button", "Delete everything…").press()
    program.find("password text", "Your passphrase").fill(people.passphrase_of("Sam"))
    program.find("text", re.compile("Type the word")).fill("delete")
    program.find("push button", "Delete everything now").press()
    program.find("push button", "Go on", timeout=people.SLOW)
    comes_to(program, other, NOTHING)


def copied_words_before_a_new_key(program, other):
    """Mend goes on, everything that was open is closed."""
    people.unlock(program, "Sam")
    select_words(program)
    comes_to(program, other, {"clipboard": WORDS, "selection": WORDS})
    people.open_page(program, "Settings")
    program.find("push button", "Take a new key…").press()
    program.find("password text", "The passphrase until now").fill(people.passphrase_of("Sam"))
    for field in ("The new passphrase", "The new one once more"):
        program.find("password text", field).fill(people.passphrase_of("Samantha"))
    program.find("push button", "Encrypt everything again").press()
    program.find("push button", "I have kept it", timeout=people.SLOW)
    comes_to(program, other, NOTHING)


def others_words(program, other):
    """They are not Mend's to take."""
    people.unlock(program, "Sam")
    held = other.copies("from elsewhere")
    try:
        program.key("ctrl+l")
        program.find("push button", "Unlock")
        assert other.gets() == {"clipboard": "from elsewhere", "selection": "from elsewhere"}
    finally:
        held.kill()
        held.wait()


def main(mend, clipboards):
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        def start(vault):
            command = [mend, "--data-dir", f"{folder}/{vault}", "--no-multicast", "--listen", "127.0.0.1"]
            return session.launch(command, name=vault)

        program = start("vault")
        other = Other(clipboards, session.env)
        copied_code(program, other)
        copied_words(program, other, "ctrl+l")
        others_words(program, other)
        copied_words(program, other, "ctrl+shift+h")
        renewed = start("renewed")
        copied_code(renewed, other)
        copied_words_before_a_new_key(renewed, other)
        another = start("another")
        copied_code(another, other)
        copied_words_of_what_is_deleted(another, other)


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(*sys.argv[1:])
    print("what was copied is taken back")
