#!/usr/bin/python3
"""table_test.py: the table that packaging/bench prints and writes. A row that is short must say so."""

import json
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

from table import Row, as_json, at_most, plus, text, times  # noqa: E402


class Judging(unittest.TestCase):
    def test_a_ratio_is_met_up_to_its_limit(self):
        self.assertTrue(Row("start", 200, "ms", times(2), 100).met)
        self.assertFalse(Row("start", 201, "ms", times(2), 100).met)

    def test_an_addition_is_met_up_to_its_limit(self):
        self.assertTrue(Row("unlock", 900, "ms", plus(100, "ms"), 800).met)
        self.assertFalse(Row("unlock", 901, "ms", plus(100, "ms"), 800).met)

    def test_a_bound_needs_no_floor(self):
        self.assertTrue(Row("page", 5, "ms", at_most(5, "ms")).met)
        self.assertFalse(Row("page", 5.01, "ms", at_most(5, "ms")).met)

    def test_what_is_judged_against_a_floor_has_one(self):
        for goal in (times(2), plus(100, "ms")):
            with self.assertRaises(ValueError):
                Row("start", 1, "ms", goal)
            with self.assertRaises(ValueError):
                Row("start", 1, "ms", goal, 0)


class Writing(unittest.TestCase):
    ROWS = [Row("start", 212.4, "ms", times(2), 100.0), Row("page, p99", 4.0, "ms", at_most(5, "ms")),
            Row("unlock", 850.0, "ms", plus(100, "ms"), 800.0)]

    def test_the_table_says_what_is_met_and_what_is_short(self):
        head, start, page, unlock = text(self.ROWS).splitlines()
        self.assertEqual(head.split(), ["what", "value", "floor", "ratio", "goal"])
        self.assertEqual(start.split(), ["start", "212", "ms", "100", "ms", "2.12", "2", "×", "short"])
        self.assertEqual(page.split(), ["page,", "p99", "4", "ms", "≤", "5", "ms", "met"])
        self.assertEqual(unlock.split(), ["unlock", "850", "ms", "800", "ms", "1.06", "+", "100", "ms", "met"])

    def test_columns_stand_below_each_other(self):
        lines = text(self.ROWS).splitlines()
        at = lines[0].index("goal")
        self.assertEqual([line[at:].split("  ")[0] for line in lines[1:]], ["2 ×", "≤ 5 ms", "+ 100 ms"])

    def test_the_file_has_every_row_with_these_keys(self):
        rows = json.loads(as_json(self.ROWS))
        self.assertEqual(rows[0], {"name": "start", "floor": 100.0, "value": 212.4, "unit": "ms", "ratio": 2.124,
                                   "goal": "2 ×"})
        self.assertEqual(rows[1], {"name": "page, p99", "floor": None, "value": 4.0, "unit": "ms", "ratio": None,
                                   "goal": "≤ 5 ms"})
        self.assertEqual(len(rows), 3)


if __name__ == "__main__":
    unittest.main()
