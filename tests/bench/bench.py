#!/usr/bin/python3
"""bench.py BUILD [--only GROUP]… [--quick] [--json FILE]: measures, and prints the table. packaging/bench builds what it
needs, and starts it with a session bus and a loopback network of its own."""

import argparse
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

from histories import Histories  # noqa: E402
from programs import Place  # noqa: E402
from rows import Bench  # noqa: E402
from table import as_json, text  # noqa: E402

GROUPS = ("start", "unlock", "check-in", "first-sync", "reading", "scroll", "idle", "flat")


def tell(line):
    print(line, file=sys.stderr, flush=True)


def options():
    parser = argparse.ArgumentParser(description="Measures what things cost in Mend.")
    parser.add_argument("build", type=Path)
    parser.add_argument("--only", action="append", choices=GROUPS, metavar="GROUP",
                        help=f"these rows alone, may be said more than once: {', '.join(GROUPS)}")
    parser.add_argument("--quick", action="store_true", help="leave out the hundred years")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there, too")
    return parser.parse_args()


def measure(bench, chosen):
    rows = []
    for name, group in bench.groups().items():
        if name in chosen:
            tell(f"measuring: {name}")
            for row in group():
                tell(text([row]).splitlines()[1])
                rows.append(row)
    return rows


def main():
    chosen = options()
    with tempfile.TemporaryDirectory(prefix="mend-bench-", dir=chosen.build) as folder:
        place = Place(chosen.build, folder)
        try:
            histories = Histories(place, chosen.build / "histories", tell)
            bench = Bench(place, histories, (1, 10) if chosen.quick else (1, 10, 100))
            rows = measure(bench, chosen.only or GROUPS)
        finally:
            place.stop()
    print(text(rows))
    if chosen.json:
        chosen.json.write_text(as_json(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
