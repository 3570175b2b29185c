"""Who doesn't see it come hears it: dialogues by their name, and what comes up by itself."""

import sys
import tempfile

import people
from windows import Ears, Session

SKIPPED = 77
NO_TITLE = "Say in a few words what it is about."


def ways_to_keep_the_code(program, ears):
    people.say_who(program, "Sam", "I was hurt")
    program.find("check box", "I have kept it", timeout=people.SLOW)
    for button, dialogue in (("Save to a file", "Where shall it be kept?"), ("Print", "Print")):
        program.find("push button", button).press()
        ears.hear(program, "dialog", dialogue)
        program.key("Escape")
        program.gone("dialog")
    program.find("check box", "I have kept it").press()
    for button in ("Go on", "Later"):
        program.find("push button", button).press()


def a_form_and_what_is_wrong_in_it(program, ears):
    people.open_page(program, "Commitments")
    program.key("ctrl+n")
    ears.hear(program, "dialog", "New commitment")
    for _ in range(2):  # whoever presses again hears it again
        program.find("push button", "Make this commitment").press()
        ears.hear(program, "notification", NO_TITLE)
    program.key("F2")
    ears.hear(program, "dialog", "Safety")
    program.find("push button", "Back").press()
    program.gone("push button", "Back")
    program.key("Escape")
    program.gone("dialog")


def an_offer_to_undo(program, ears):
    people.open_page(program, "Journal")
    program.key("ctrl+n")
    program.find("text", "Entry").type("quiet")
    delete = program.find("push button", "Delete")
    program.wait_for(lambda: delete.enabled, "the entry to be kept")
    delete.press()
    ears.hear(program, "notification", "The entry was deleted.")


def main(mend):
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        program = session.launch([mend, "--data-dir", f"{folder}/vault", "--no-multicast", "--listen", "127.0.0.1"],
                                 name="mend")
        ears = Ears()
        ways_to_keep_the_code(program, ears)
        a_form_and_what_is_wrong_in_it(program, ears)
        an_offer_to_undo(program, ears)


if __name__ == "__main__":
    if lacking := Session.absent():
        print("skipped: this machine lacks", ", ".join(lacking))
        sys.exit(SKIPPED)
    main(*sys.argv[1:])
    print("what comes up is heard")
