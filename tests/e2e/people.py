"""What people do in Mend's windows, in the words that a screen reader reads."""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import noon  # before anybody asks for the day

SLOW = 60  # Seconds. Deriving a key on a busy machine.
IN_STEP = re.compile("All that you shared is with .*")


def passphrase_of(name):
    return f"{name} keeps four quiet boats"


def say_who(program, name, side):
    """Welcome, until the passphrase is chosen."""
    press = lambda what: program.find("push button", what).press()
    press("Go on")
    program.find("text", "Your name").type(name)
    program.find("radio button", "My partner").press()
    program.find("radio button", side).press()
    press("Go on")
    program.find("password text", "Passphrase").type(passphrase_of(name))
    program.find("password text", "The same once more").type(passphrase_of(name))
    press("Go on")


def begin(program, name, side):
    """Welcome, to its last step."""
    say_who(program, name, side)
    program.find("check box", "I have kept it", timeout=SLOW).press()
    for button in ("Go on", "Pair now"):
        program.find("push button", button).press()


def unlock(program, name):
    program.find("password text", "Passphrase").type(passphrase_of(name))
    program.find("push button", "Unlock").press()
    program.find("page tab", re.compile("^Today"), timeout=SLOW)


def address_shown(program):
    label = program.find("label", re.compile(r"This computer’s address.*"))
    return re.search(r"(\S+:\d+)$", label.name)[1]


def code_shown(program):
    """The nine digits, however a screen reader is told them."""
    def digits():
        for label in program.find_all("label"):
            found = re.sub(r"\D", "", label.name)
            if len(found) == 9 and ":" not in label.name:
                return found
        return None
    return program.wait_for(digits, "a code of nine digits")


def pair(shower, typer, names, by_address=False):
    """By the code that the shower's window shows; found over the network unless its address is typed, too."""
    shower.find("push button", "Show a code").press()
    code = code_shown(shower)
    address = address_shown(shower) if by_address else ""
    typer.find("push button", "Type a code").press()
    typer.find("text", "Code").type(code)
    if by_address:
        typer.find("text", "Address of the other computer").type(address)
    typer.find("push button", "Find each other").press()
    for program, other in ((shower, names[1]), (typer, names[0])):
        program.find("label", re.compile(f"{other} is here as .*"), timeout=SLOW)
    for program in (shower, typer):
        program.find("push button", "Pair").press()
    for program in (shower, typer):
        in_step(program)


def in_step(program):
    program.find("label", IN_STEP, timeout=SLOW)


def open_page(program, page):
    program.find("page tab", re.compile(f"^{page}")).press()


# The button says how it shares.
SAVES = {"Just me": "Keep to myself", "Together": "Share together", "Now": re.compile("^Share with .* now, the check-in$")}


def check_in(program, words, share="Together"):
    open_page(program, "Today")
    # One that was saved before is shown; another is written beside it.
    program.wait_for(lambda: program.find_all("text", "What helped?")
                     or program.find_all("push button", "Write another"), "a check-in")
    if not program.find_all("text", "What helped?"):
        program.find("push button", "Write another").press()
    program.find("text", "What helped?").type(words)
    program.find("radio button", re.compile(f"{share}.*"), within=check_in_card(program)).press()
    program.find("push button", SAVES[share]).press()


def check_in_card(program):
    """The part of Today that holds the check-in's field, and its choice of whom to share with."""
    part = program.find("text", "What helped?")
    while part and not part.find_all("radio button", re.compile("^Together")):
        part = part.parent()
    return part


def make_commitment(program, title):
    open_page(program, "Commitments")
    program.key("ctrl+n")
    program.find("text", "What").type(title)
    program.find("push button", "Make this commitment").press()


def write_note(program, words):
    open_page(program, "Today")
    program.find("text", "Where I am").type(words)
    program.find("push button", re.compile("^Share with .* now$"), first=True).press()


def timeline(program, name):
    """The entries in the order of the page, with people by name, as either of the two would read it aloud."""
    open_page(program, "Timeline")
    lines = [node.name.lower().replace("where you are", "where you is") for node in program.find_all("list item")]
    return [re.sub(r"\byou\b", name.lower(), line) for line in lines]


# A day's marks are said with its first entry, whichever that is.
MARKS = re.compile(r"^today\. marks of the day: .*?confirmed\. ")


def same_timeline(people, wanted, count):
    """`people` are two of (program, name); both come to show `wanted`, and the same `count` entries in one order."""
    def both_hold():
        there = [" ".join(timeline(*person)) for person in people]
        return all(words in text for text in there for words in wanted)
    people[0][0].wait_for(both_hold, f"on both timelines: {wanted}", timeout=SLOW)
    mine, theirs = ([MARKS.sub("", line) for line in timeline(*person)] for person in people)
    assert mine == theirs, (mine, theirs)
    assert len(mine) == count, mine
