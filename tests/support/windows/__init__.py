"""Real windows, driven the way a screen reader does.

    from windows import Session            # with tests/support on sys.path; /usr/bin/python3

    with Session() as session:                                # Xvfb, a session bus, an accessibility bus
        sam = session.launch(["/path/mend", "--data-dir", d], name="sam")
        sam.find("push button", "Save").press()
        sam.find("text", "One true thing").type("I was late.")
        sam.find("slider", "safe").set_value(4)
        assert sam.find("label", name=re.compile("^Shared")).shown
        sam.key("ctrl+2")

One process has one Session (libatspi knows one bus), and a Session has as many programs as wanted, each a
Program of its own pid, each if asked for in a network namespace of its own (launch(..., netns="left"): the
display and the buses are reached by sockets in the file system, which pass between namespaces).

Session(size=(1280, 900), parent=None)         parent: the folder that `folder` is made in
    launch(argv, name=None, netns=None, env={}) -> Program     waits until it is on the accessibility bus
    screenshot(path)         the whole display as PNG
    folder                   a temporary folder of the session's own (home, runtime and logs of the programs)
    On leaving by an exception: the trees, the programs' output and a picture are printed or kept in
    $MEND_TEST_PICTURES (or a new folder in /tmp).
    Session.absent()         names what this machine lacks to have sessions ([] when nothing: skip otherwise)

Program
    find(role=None, name=None, within=None, timeout=20, first=False) -> Node   the one that matches and is shown;
        NotFound with the tree when there is none in time, Ambiguous when there are several (first=True takes the first)
    find_all(role=None, name=None, within=None, shown=True) -> [Node]       those there now; does not wait
    gone(role=None, name=None, timeout=20)                                  waits until there is none
    wait_for(check, what, timeout=20)       polls check() until it gives something true, and returns that
    windows() -> [Node]                     its top-level windows
    key("ctrl+s", "Tab", …)                 keys to its window, which is given the focus first
    type("text")                            characters to whatever has the focus in its window
    focused() -> Node or None
    unnamed() -> [Node]                     shown controls one can reach but that have no name
    tree() -> str                           everything shown, indented, for people
    close() -> int                          asks its window to close, as its cross does; the exit code
    output() -> str · returncode · terminate() · kill() · wait(timeout)

Node (roles as AT-SPI names them: "push button", "check box", "radio button", "text", "slider", "label", "list item",
"page tab", "combo box", "dialog"; a plain window is a "filler" or "frame"; where one is asked for, `role` and `name`
may be a string, a compiled pattern or a list of strings)
    role name description text value range states shown enabled checked focused pid
    press()          the control's own press or toggle action
    fill("text")     sets the text through the accessibility interface      type("text")  types it by keyboard, replacing
    set_value(4)     sliders, spin boxes, scroll bars                       focus()
    click()          the mouse, in its middle: items of lists               children() · parent() · find(…) · find_all(…)
    select()         the mouse, over a field's first line

Ears()               what a screen reader is told from here on without asking
    hear(program, role, name, timeout=20)    waits for a window that comes to the front (a "dialog"), or for a
        "notification" that comes up; what was told before it is forgotten
"""

from .ears import Ears
from .nodes import Ambiguous, Node, NotFound
from .program import Program
from .session import Session

__all__ = ["Ambiguous", "Ears", "Node", "NotFound", "Program", "Session"]
