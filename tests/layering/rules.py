"""The rules of the house that can be read off the sources. Each yields a Finding for what breaks it."""

import re
from pathlib import Path

from house import SOURCE, TOP_LEVEL, may_open, room_of
from source import Finding, files_of, includes_of, matches_in_code, text_of

LONGEST_FILE = 500  # Lines. 300 is long already.

QT_SQL = re.compile(r"^(QtSql/|QtSql$|QSql)")
SQLITE = re.compile(r"(^|/)(sqlite3|sqlcipher)[\w/]*(\.h|$)")
CRYPTO_LIBRARY = re.compile(r"^(sodium(\.h|/)|openssl/)")
WIDGETS = re.compile(
    r"^(QtWidgets(/|$)|QtPrintSupport(/|$)|Q(Application|\w*Widget|\w*Button|Label|LineEdit|\w*TextEdit|TextBrowser"
    r"|\w*Dialog|\w*Layout|\w*Style|StyleFactory|StyleOption\w*|\w*Delegate|(AbstractItem|List|Tree|Table|Column|Graphics|Undo)View|MainWindow|Menu|MenuBar|MessageBox"
    r"|ScrollArea|Slider|SpinBox|ComboBox|CheckBox|Frame|GroupBox|ToolTip|SystemTrayIcon|Completer|ProgressBar"
    r"|ShortcutWidget|Splitter|StatusBar|ToolBar|GraphicsScene|GraphicsEffect)$)")
GUI = re.compile(r"^(QtGui(/|$)|Q(GuiApplication|Painter\w*|Pixmap|Image|Icon|Color|Font|FontMetrics\w*|Window|Palette"
                 r"|Clipboard|TextDocument|PdfWriter)$)")
OBJECT = re.compile(
    r"^(QtCore/|QtNetwork/)?(QObject|QTimer|QThread|QThreadPool|QEventLoop|QCoreApplication|QSettings|QProcess"
    r"|QFileSystemWatcher|QSocketNotifier|Q(Tcp|Udp|Ssl|Local|Abstract)(Socket|Server)|QNetwork\w*Manager|QSslConfiguration)$")
OBJECT_ROOMS = {"core/sync/transport", "core/workspace"}

TRANSLATION = re.compile(r"\b(tr|translate|qsTr|qtTrId|QT_TR_NOOP|QT_TRANSLATE_NOOP|Q_DECLARE_TR_FUNCTIONS)\s*\(")
ENVIRONMENT = re.compile(r"\b(secure_getenv|getenv|qgetenv|qEnvironmentVariable\w*|QProcessEnvironment)\b")
NOW = re.compile(
    r"\b(currentDateTime(Utc)?|currentDate|currentTime|current(M?)SecsSinceEpoch)\s*\(|_clock\s*::\s*now\s*\("
    r"|\b(time|gettimeofday|clock_gettime)\s*\(\s*(nullptr|NULL|0|&|CLOCK)")
CHANCE = re.compile(r"\bQRandomGenerator\b|std::random_device|std::mt19937|\b(s?rand|random)\s*\(\s*\)|\bgetrandom\s*\(")
# The two places that ask the machine itself, behind Clock and Random.
OWN_CLOCK = {"core/base/clock.cpp"}
OWN_CHANCE = {"core/base/random.cpp"}
SINGLETON = re.compile(r"\binstance\s*\(\s*\)\s*(const\s*)?(noexcept\s*)?\{|\bstatic\s+\w[\w:<>]*\s*[&*]\s*instance\s*\(")
VAGUE_CLASS = re.compile(r"^\s*(class|struct)\s+\w*(Manager|Helper|Util|Utils)\b(?!\s*;)")
VAGUE_FILE = re.compile(r"(^|_)(util|utils|helper|helpers|manager|misc)$")

# A machine that hands out packages, by the way such machines are called.
PACKAGE_HOST = re.compile(
    r"\b(deb|ftp|security|snapshot|archive|mirrors?|registry|packages?|pypi|crates|proxy|files)"
    r"\.([a-z0-9-]+\.)*(org|com|net|io|dev)\b", re.I)
DOC_PATH = re.compile(r"`((?:app|core|ui|resources|tests|packaging)/[\w./-]+)`")


def sources(top, *folders):
    for path in files_of(top, *folders):
        if SOURCE.search(path):
            yield path, text_of(top, path)


def product(top):
    return sources(top, "app", "core", "ui")


def in_core(path):
    return path.startswith("core/")


def check_top_level(top):
    names = {entry.name for entry in Path(top).iterdir() if not entry.name.startswith(".")}
    for name in sorted(names - TOP_LEVEL):
        yield Finding(name, 1, "top-level", "is not one of the top level's entries")
    for name in sorted(TOP_LEVEL - names):
        yield Finding(name, 1, "top-level", "is missing from the top level")


def target_room(top, path, mark, header):
    """The room a quoted or angled header of ours lies in, or None for somebody else's header."""
    if (Path(top) / header).is_file():
        return room_of(header)
    beside = "/".join(path.split("/")[:-1] + [header])
    if mark == '"' and (Path(top) / beside).is_file():
        return room_of(beside)
    return None


def check_arrows(top):
    for path, text in product(top):
        room = room_of(path)
        for line, mark, header in includes_of(text):
            if ".." in header.split("/"):
                yield Finding(path, line, "arrow", f"{header} climbs out of its folder; includes are from the top")
                continue
            other = target_room(top, path, mark, header)
            if other and not may_open(room, other):
                yield Finding(path, line, "arrow", f"{room} may not use {other} ({header})")


def edges(top):
    """room -> {room it includes from: (path, line) of one such include}."""
    graph = {}
    for path, text in product(top):
        for line, mark, header in includes_of(text):
            other = target_room(top, path, mark, header)
            if other and other != room_of(path):
                graph.setdefault(room_of(path), {}).setdefault(other, (path, line))
    return graph


def check_circles(top):
    graph = edges(top)
    done = set()

    def walk(room, trail):
        if room in trail:
            circle = trail[trail.index(room):] + [room]
            path, line = graph[circle[-2]][room]
            yield Finding(path, line, "circle", " -> ".join(circle))
        elif room not in done:
            for other in sorted(graph.get(room, {})):
                yield from walk(other, trail + [room])
            done.add(room)

    for room in sorted(graph):
        yield from walk(room, [])


def check_qt(top):
    for path, text in sources(top, "app", "core", "ui", "tests"):
        room = room_of(path)
        for line, _, header in includes_of(text):
            if QT_SQL.match(header):
                yield Finding(path, line, "qtsql", f"{header}: its SQLite would clash with SQLCipher's symbols")
            elif in_core(path) and (WIDGETS.match(header) or GUI.match(header)):
                yield Finding(path, line, "core-gui", f"{header} in core, which has no window")
            elif room == "ui/models" and WIDGETS.match(header):
                yield Finding(path, line, "models-widgets", f"{header}: models know Qt Core and Gui only")
            elif in_core(path) and room not in OBJECT_ROOMS and OBJECT.match(header):
                yield Finding(path, line, "qobject", f"{header}: objects start at sync/transport and workspace")


def check_walls(top):
    walls = ((SQLITE, "sqlite", "core/vault"), (CRYPTO_LIBRARY, "crypto-library", "core/crypto"))
    for path, text in sources(top, "app", "core", "ui", "tests"):
        for line, _, header in includes_of(text):
            for pattern, rule, home in walls:
                if not pattern.search(header):
                    continue
                if path.endswith(".h"):
                    yield Finding(path, line, rule, f"{header} in a header of ours")
                elif room_of(path) not in (home, "tests"):
                    yield Finding(path, line, rule, f"{header} outside {home}")


def check_calls(top):
    for path, text in product(top):
        bans = [(SINGLETON, "singleton", "nothing is a singleton")]
        if in_core(path):
            bans += [(TRANSLATION, "translation", "core gives kinds; the UI says them in words"),
                     (ENVIRONMENT, "environment", "core is told what it needs")]
        if path.startswith(("core/", "ui/")) and path not in OWN_CLOCK:
            bans.append((NOW, "now", "time is passed in (Clock)"))
        if path.startswith(("core/", "ui/")) and path not in OWN_CHANCE:
            bans.append((CHANCE, "chance", "randomness is passed in (Random)"))
        for pattern, rule, why in bans:
            for line, found in matches_in_code(text, pattern):
                yield Finding(path, line, rule, f"{found}: {why}")


def check_names(top):
    for path, text in sources(top, "app", "core", "ui", "tests"):
        stem = Path(path).stem
        if VAGUE_FILE.search(stem):
            yield Finding(path, 1, "name", f"{stem} does not say what it holds")
        for line, found in matches_in_code(text, VAGUE_CLASS):
            yield Finding(path, line, "name", f"{found} does not say what it is")


def check_lengths(top):
    for path in files_of(top, "app", "core", "ui", "tests", "packaging"):
        if path.endswith((".h", ".cpp", ".py", ".sh", ".cmake", "CMakeLists.txt")):
            lines = text_of(top, path).count("\n")
            if lines > LONGEST_FILE:
                yield Finding(path, lines, "length", f"{lines} lines, more than {LONGEST_FILE}")


def check_headers(top):
    for path, text in sources(top, "app", "core", "ui", "tests"):
        if path.endswith(".h") and not text.startswith("#pragma once\n"):
            yield Finding(path, 1, "pragma-once", "a header begins with #pragma once")


def check_hosts(top):
    for path in files_of(top):
        if path == "LICENSE" or path.endswith((".png", ".ico", ".svg", ".bin", ".mend", ".db")):
            continue
        for number, line in enumerate(text_of(top, path).splitlines(), 1):
            if match := PACKAGE_HOST.search(line):
                yield Finding(path, number, "package-host", f"{match[0]}: packages come from the machine's own sources")


def check_documents(top):
    for path in files_of(top):
        if path.endswith(".md"):
            for number, line in enumerate(text_of(top, path).splitlines(), 1):
                for named in DOC_PATH.findall(line):
                    if not (Path(top) / named.rstrip("/.")).exists():
                        yield Finding(path, number, "document", f"names {named}, which does not exist")


LAYERING = (check_top_level, check_arrows, check_circles, check_qt, check_walls, check_calls, check_names,
            check_lengths, check_headers)
HOSTS = (check_hosts,)
DOCUMENTS = (check_documents,)
