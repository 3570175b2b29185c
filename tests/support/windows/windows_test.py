#!/usr/bin/python3
"""windows_test.py PROBE: the driver of real windows, tried on a small program that has one of each thing."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1]))

from windows import Ambiguous, NotFound, Session  # noqa: E402

SKIPPED = 77
PROBE = sys.argv.pop(1) if len(sys.argv) > 1 else None


class DrivingWindows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.session = Session()
        cls.session.__enter__()
        cls.addClassCleanup(cls.session.__exit__, None, None, None)

    def setUp(self):
        self.probe = self.session.launch([PROBE, "One"], name="one")
        self.addCleanup(self.probe.kill)

    def test_fills_presses_and_reads(self):
        self.probe.find("text", "Line").fill("late, and said so")
        self.probe.find("text", "Text").fill("two\nlines")
        self.probe.find("slider", "Slider").set_value(7)
        self.probe.find("check box", "Check").press()
        self.probe.wait_for(lambda: self.probe.find("check box", "Check").checked, "the check")
        self.probe.find("list item", "second").click()
        self.probe.wait_for(lambda: "selected" in self.probe.find("list item", "second").states, "the choice")
        self.probe.find("push button", "Say").press()
        said = self.probe.find("label", re.compile(r"\|"))
        self.assertEqual(said.name, "late, and said so|two\nlines|7|1|1")
        self.assertEqual(self.probe.find("text", "Line").text, "late, and said so")
        self.assertEqual(self.probe.find("slider", "Slider").value, 7)
        self.assertEqual(self.probe.find("slider", "Slider").range, (0, 10))

    def test_types_by_keyboard(self):
        self.probe.find("text", "Line").fill("old")
        self.probe.find("text", "Line").type("Grüße, 5 < 6")
        self.probe.wait_for(lambda: self.probe.find("text", "Line").text == "Grüße, 5 < 6", "what was typed")
        self.assertEqual(self.probe.focused().name, "Line")
        self.probe.key("Tab")
        self.probe.wait_for(lambda: self.probe.focused().name == "Text", "the focus to move on")
        self.probe.key("ctrl+k")
        self.probe.find("label", "shortcut")

    def test_keys_go_to_the_program_that_is_meant(self):
        other = self.session.launch([PROBE, "Two"], name="two")
        self.addCleanup(other.kill)
        self.probe.find("text", "Line").type("to one")
        other.find("text", "Line").type("to two")
        self.probe.wait_for(lambda: self.probe.find("text", "Line").text == "to one", "its own text")
        other.wait_for(lambda: other.find("text", "Line").text == "to two", "its own text")
        self.assertEqual([w.name for w in other.windows()], ["Two"])

    def test_drives_a_program_in_another_network_namespace(self):
        netns = f"mend-test-{os.getpid()}"
        made = subprocess.run(["ip", "netns", "add", netns], capture_output=True, text=True)
        if made.returncode != 0:
            self.skipTest(f"no network namespace here: {made.stderr}")
        self.addCleanup(subprocess.run, ["ip", "netns", "delete", netns], check=True)
        entered = subprocess.run(["ip", "netns", "exec", netns, "true"], capture_output=True, text=True)
        if entered.returncode != 0:
            self.skipTest(f"a network namespace can't be entered here: {entered.stderr}")
        there = self.session.launch([PROBE, "There"], name="there", netns=netns)
        self.addCleanup(there.kill)
        self.assertNotEqual(os.stat(f"/proc/{there.pid}/ns/net").st_ino, os.stat("/proc/self/ns/net").st_ino)
        there.find("text", "Line").type("over here")
        there.find("push button", "Say").press()
        there.find("label", re.compile("^over here"))

    def test_does_nothing_with_a_disabled_control(self):
        self.probe.find("push button", "Say").press()
        self.probe.wait_for(lambda: not self.probe.find("push button", "Say").enabled, "disabled")
        with self.assertRaisesRegex(AssertionError, "disabled"):
            self.probe.find("push button", "Say").press()

    def test_tells_the_tree_when_something_is_not_there(self):
        with self.assertRaisesRegex(NotFound, 'push button "Say"'):
            self.probe.find("push button", "Sya", timeout=0.2)
        with self.assertRaises(Ambiguous):
            self.probe.find("text")
        self.probe.gone("push button", "Sya", timeout=0.2)
        with self.assertRaises(AssertionError):
            self.probe.gone("push button", "Say", timeout=0.2)

    def test_names_the_control_that_has_no_name(self):
        self.assertEqual([(n.role, n.name) for n in self.probe.unnamed()], [("text", "")])

    def test_asks_a_window_to_close(self):
        self.assertEqual(self.probe.close(), 0)

    def test_notices_that_a_program_has_ended(self):
        self.probe.terminate()
        self.probe.wait()
        with self.assertRaisesRegex(NotFound, "has ended"):
            self.probe.find("push button", "Say")

    def test_takes_a_picture_with_something_on_it(self):
        with tempfile.TemporaryDirectory() as folder:
            picture = Path(folder) / "a.png"
            self.session.screenshot(picture)
            data = picture.read_bytes()
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(data[16:24], (1280).to_bytes(4, "big") + (900).to_bytes(4, "big"))
        self.assertGreater(len(data), 5000)


if __name__ == "__main__":
    if absent := Session.absent():
        print("no real windows here, for want of", ", ".join(absent))
        sys.exit(SKIPPED)
    unittest.main()
