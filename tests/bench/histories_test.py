#!/usr/bin/python3
"""histories_test.py: when packaging/bench makes its histories anew. Those of a hundred years take minutes."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

from histories import MADE_OF, SOURCE, stamp  # noqa: E402


class Stamp(unittest.TestCase):
    def test_what_a_history_is_made_of_is_there(self):
        for part in MADE_OF:
            self.assertTrue((SOURCE / part).exists(), part)

    def test_it_changes_with_each_source_and_with_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder)
            files = [source / part if Path(part).suffix else source / part / "one.cpp" for part in MADE_OF]
            for file in files:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.touch()
            before = stamp(source)
            for beside in ("core/record/RECORDS.md", "app/demo/CMakeLists.txt"):
                (source / beside).write_text("words")
                self.assertEqual(stamp(source), before, beside)
            for file in files:
                file.write_text("code")
                self.assertNotEqual(stamp(source), before, file)
                before = stamp(source)


if __name__ == "__main__":
    unittest.main()
