"""What a screen reader sees of a program: nodes with a role, a name, a state and things to do."""

import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PRESSING = ("press", "click", "toggle", "check", "activate")
# Roles a person can act on; each must have a name, or a screen reader has nothing to say.
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "text", "entry", "password text", "slider",
    "spin button", "combo box", "list", "page tab list", "page tab", "table", "tree", "menu item", "link",
}

BORDER = 8  # Pixels. At most that far from a field's edge its text begins.
FIRST_LINE = 18  # Pixels from a field's top to the middle of its first line.
TYPING_TRIES = 3
TYPING_WAIT = 2.0  # Seconds.


class NotFound(AssertionError):
    pass


class Ambiguous(AssertionError):
    pass


def matches(wanted, said):
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(said) is not None
    return said in wanted if isinstance(wanted, (list, tuple, set)) else said == wanted


def wait_for(check, what, timeout, alive=lambda: True):
    """Polls check() until it gives something true; AssertionError when it doesn't in time."""
    end = time.monotonic() + timeout
    while True:
        if found := check():
            return found
        if time.monotonic() > end or not alive():
            raise AssertionError(f"{what}: not in {timeout} s" if alive() else f"{what}: the program has ended")
        time.sleep(0.05)


class Node:
    def __init__(self, accessible, program):
        self._accessible = accessible
        self.program = program
        self._role = ""

    def __repr__(self):
        return f'<{self.role} "{self.name}">'

    def __eq__(self, other):
        return isinstance(other, Node) and self._accessible == other._accessible

    # What it is. A node that went away in between says nothing rather than fail.

    def _ask(self, question, otherwise):
        try:
            return question(self._accessible)
        except GLib.Error:
            return otherwise

    def _can(self, interface):
        return interface in self._ask(lambda a: a.get_interfaces(), [])

    @property
    def role(self):
        # Asked once: every question is a round trip, and a role stays what it is.
        self._role = self._role or self._ask(lambda a: a.get_role_name() or "", "")
        # AT-SPI 2.54 renamed one.
        return "push button" if self._role == "button" else self._role

    @property
    def name(self):
        return self._ask(lambda a: a.get_name() or "", "")

    @property
    def description(self):
        return self._ask(lambda a: a.get_description() or "", "")

    @property
    def pid(self):
        return self._ask(lambda a: a.get_process_id(), 0)

    @property
    def states(self):
        """Names as in AT-SPI: {"showing", "enabled", "checked", …}."""
        return self._ask(lambda a: {s.value_nick for s in a.get_state_set().get_states()}, set())

    @property
    def shown(self):
        return {"showing", "visible"} <= self.states

    @property
    def enabled(self):
        return "enabled" in self.states

    @property
    def checked(self):
        return "checked" in self.states

    @property
    def focused(self):
        return "focused" in self.states

    @property
    def text(self):
        """What stands in it; None when it holds no text."""
        return self._ask(lambda a: Atspi.Text.get_text(a, 0, -1), None) if self._can("Text") else None

    @property
    def length(self):
        """How many characters stand in it, hidden ones too; None when it holds no text."""
        return self._ask(Atspi.Text.get_character_count, None) if self._can("Text") else None

    @property
    def value(self):
        return self._ask(Atspi.Value.get_current_value, None) if self._can("Value") else None

    @property
    def range(self):
        """Lowest and highest value; None when it has none."""
        if not self._can("Value"):
            return None
        return self._ask(lambda a: (Atspi.Value.get_minimum_value(a), Atspi.Value.get_maximum_value(a)), None)

    @property
    def actions(self):
        if not self._can("Action"):
            return []
        return self._ask(lambda a: [Atspi.Action.get_action_name(a, i) for i in range(a.get_n_actions())], [])

    # Where it is.

    def children(self):
        def ask(accessible):
            found = [accessible.get_child_at_index(i) for i in range(accessible.get_child_count())]
            return [Node(child, self.program) for child in found if child is not None]
        return self._ask(ask, [])

    def parent(self):
        above = self._ask(lambda a: a.get_parent(), None)
        return Node(above, self.program) if above else None

    def walk(self, shown=True):
        """Itself and everything below, in order; hidden branches are left out unless shown is False."""
        if shown and self.role not in ("application", "") and not self.shown:
            return
        yield self
        for child in self.children():
            yield from child.walk(shown)

    def find_all(self, role=None, name=None, shown=True):
        return [n for n in self.walk(shown) if n != self and matches(role, n.role) and matches(name, n.name)]

    def find(self, role=None, name=None, timeout=20, first=False):
        return self.program.find(role, name, within=self, timeout=timeout, first=first)

    def described(self):
        """One line for people: role, name, and what it holds."""
        holds = [f'"{self.name}"'] if self.name else []
        if self.text:
            holds.append(f"text={self.text!r}")
        if self.value is not None:
            holds.append(f"value={self.value:g}")
        holds += sorted(self.states & {"checked", "focused", "selected", "sensitive"} - {"sensitive"})
        if not self.enabled:
            holds.append("disabled")
        return " ".join([self.role, *holds])

    def tree(self, depth=0, shown=True):
        if shown and self.role not in ("application", "") and not self.shown:
            return ""
        return "  " * depth + self.described() + "\n" + "".join(c.tree(depth + 1, shown) for c in self.children())

    # What can be done with it.

    def _must_be_usable(self):
        if not self.enabled:
            raise AssertionError(f"{self!r} is disabled")

    def press(self):
        self._must_be_usable()
        for index, action in enumerate(self.actions):
            if action.lower() in PRESSING:
                self._accessible.do_action(index)
                return self
        raise AssertionError(f"{self!r} can't be pressed; it has the actions {self.actions}")

    def focus(self):
        self._accessible.grab_focus()
        self.program.wait_for(lambda: self.focused, f"focus on {self!r}", 10)
        return self

    def fill(self, text):
        self._must_be_usable()
        if not self._can("EditableText"):
            raise AssertionError(f"{self!r} holds no text one can edit")
        Atspi.EditableText.set_text_contents(self._accessible, text)
        return self

    def type(self, text):
        """Replaces what stands in it, key by key, as a person would."""
        for _ in range(TYPING_TRIES):
            self._must_be_usable()
            self.program.raise_window()
            self.focus()
            self.program.key("ctrl+a", "Delete")
            self.program.type(text)
            if self._arrived(text):
                return self
        raise AssertionError(f"{self!r} did not take what was typed; it holds {self.length} characters")

    def _arrived(self, text):
        """True once every key has come in; on a busy display some are lost. Blanks that a field adds don't count,
        and of a hidden text only its length is told."""
        hidden = self.role == "password text"
        wanted = "".join(text.split())
        deadline = time.monotonic() + TYPING_WAIT
        while time.monotonic() < deadline:
            if self.length == len(text) if hidden else "".join((self.text or "").split()) == wanted:
                return True
            time.sleep(0.05)
        return False

    def set_value(self, value):
        self._must_be_usable()
        if not Atspi.Value.set_current_value(self._accessible, float(value)):
            raise AssertionError(f"{self!r} takes no value")
        return self

    def click(self):
        """The mouse's first button in its middle; for items of lists, which Qt 6.4 gives no action of their own."""
        self._must_be_usable()
        self.program.raise_window()
        place = self._accessible.get_extents(Atspi.CoordType.SCREEN)
        self.program.click(place.x + place.width // 2, place.y + place.height // 2)
        return self

    def select(self):
        """The mouse, over what stands in its first line, from the left; for fields."""
        self._must_be_usable()
        self.program.raise_window()
        place = self._accessible.get_extents(Atspi.CoordType.SCREEN)
        middle = place.y + min(place.height // 2, FIRST_LINE)
        self.program.drag((place.x + BORDER, middle), (place.x + place.width - BORDER, middle))
        return self

    @property
    def is_unnamed_control(self):
        return self.role in CONTROLS and "focusable" in self.states and not self.name.strip()
