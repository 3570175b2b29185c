"""The diagram of core/README.md as data: which room a file is in, and which rooms it may open.

Paths are relative to the top of the tree and written with slashes.
"""

import re

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE",
    "app", "core", "ui", "resources", "tests", "packaging",
}

CORE = ["core/base", "core/crypto", "core/domain", "core/guide", "core/record", "core/vault",
        "core/sync", "core/sync/transport", "core/workspace"]

# What ui/ sees of core: never the vault, sync, crypto or the records.
SEEN_BY_UI = {"core/base", "core/domain", "core/guide", "core/workspace"}

# Room -> rooms it may include from, beside itself. `ui/pages` stands for each page's own folder.
MAY_OPEN = {
    "core/base": set(),
    "core/crypto": {"core/base"},
    "core/domain": {"core/base"},
    "core/guide": {"core/base", "core/domain"},
    "core/record": {"core/base", "core/crypto", "core/domain"},
    "core/vault": {"core/base", "core/crypto", "core/domain", "core/record"},
    "core/sync": {"core/base", "core/crypto", "core/domain", "core/record"},
    "core/sync/transport": {"core/base", "core/crypto", "core/domain", "core/record", "core/sync"},
    "core/workspace": set(CORE),
    "ui/theme": {"core/base"},
    "ui/models": SEEN_BY_UI,
    "ui/widgets": SEEN_BY_UI | {"ui/theme", "ui/models"},
    "ui/pages": SEEN_BY_UI | {"ui/theme", "ui/models", "ui/widgets"},
    "ui/window": SEEN_BY_UI | {"ui/theme", "ui/models", "ui/widgets", "ui/pages"},
    "app/cli": set(CORE),
}

SOURCE = re.compile(r"\.(h|cpp)$")


def room_of(path):
    """The room a path lies in ("core/sync/transport/tls.h" -> "core/sync/transport"), or None."""
    parts = path.split("/")[:-1]
    if not parts or parts[0] not in ("app", "core", "ui", "tests"):
        return None
    if parts[0] == "tests":
        return "tests"
    if parts[:3] == ["core", "sync", "transport"]:
        return "core/sync/transport"
    if parts[:2] == ["ui", "pages"]:
        return "/".join(parts[:3])
    return "/".join(parts[:2])


def may_open(room, other):
    """Whether a file of `room` may include a header of `other`."""
    if room == other or room == "tests":
        return True
    if other == "tests":
        return False
    if other.startswith("ui/pages/"):
        other = "ui/pages"
        if room.startswith("ui/pages/"):
            return False
    if room.startswith("ui/pages/"):
        room = "ui/pages"
    if room in MAY_OPEN:
        return other in MAY_OPEN[room]
    # The other rooms of app/ wire everything together; a room nobody has drawn may open nothing.
    return room.startswith("app/")
