#!/usr/bin/python3
"""check.py TOP layering|hosts|documents: prints what breaks the rules of the house; exit 1 when anything does."""

import sys

import rules

GROUPS = {"layering": rules.LAYERING, "hosts": rules.HOSTS, "documents": rules.DOCUMENTS}


def main(top, group):
    found = [finding for rule in GROUPS[group] for finding in rule(top)]
    for finding in found:
        print(finding)
    print(f"{len(found)} found")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[2] not in GROUPS:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
