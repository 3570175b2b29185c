"""The files of a tree, and what a line of C++ includes or calls once comments and texts are taken away."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]')
_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


def files_of(top, *folders):
    """Relative paths of all files below the folders (all of the tree when none is named), in order.

    Dot folders and caches are nobody's source; dot files are.
    """
    found = []
    for folder in folders or ("",):
        for where, folders_below, names in os.walk(Path(top) / folder):
            folders_below[:] = sorted(
                n for n in folders_below if n != "__pycache__" and (not n.startswith(".") or n == ".ci"))
            found += [os.path.relpath(os.path.join(where, n), top) for n in sorted(names)]
    return [path.replace(os.sep, "/") for path in found]


def text_of(top, path):
    return (Path(top) / path).read_text(encoding="utf-8", errors="replace")


def includes_of(text):
    """(line number, opening mark, header) of every #include."""
    for number, line in enumerate(text.splitlines(), 1):
        if match := INCLUDE.match(line):
            yield number, match[1], match[2]


def code_of(text):
    """The text with comments and the insides of literals blanked, every line kept in its place."""
    def blank(match):
        token = match[0]
        keep = '""' if token[0] in '"R' else "' '" if token[0] == "'" else " "
        return keep + "\n" * token.count("\n")

    # Includes keep their header's name: it is looked at by includes_of, not here.
    return _TOKEN.sub(blank, text)


def matches_in_code(text, pattern):
    """(line number, matched text) wherever the pattern occurs in code."""
    for number, line in enumerate(code_of(text).splitlines(), 1):
        if match := pattern.search(line):
            yield number, match[0].strip()
