#!/usr/bin/python3
"""programs_test.py: what is read of a program that runs, where the rows of packaging/bench depend on it."""

import subprocess
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

from programs import cpu, frames_p99, resident  # noqa: E402

# A thread works for a fifth of a second and ends; what it has had is still the program's.
PROGRAM = """
import sys, threading, time
def work():
    while time.thread_time() < 0.2:
        pass
print("begun", flush=True)
sys.stdin.readline()
thread = threading.Thread(target=work)
thread.start()
thread.join()
print("worked", flush=True)
sys.stdin.readline()
"""


class Reading(unittest.TestCase):
    def test_what_a_thread_has_had_stays_when_it_has_ended(self):
        with subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True, bufsize=1) as program:
            self.assertEqual(program.stdout.readline(), "begun\n")
            before = cpu(program.pid)
            program.stdin.write("\n")
            self.assertEqual(program.stdout.readline(), "worked\n")
            self.assertGreaterEqual(cpu(program.pid) - before, 0.2)
            self.assertGreater(resident(program.pid), 1)
            program.stdin.write("\n")

    def test_a_page_that_does_not_move_has_no_frames_to_be_judged_by(self):
        self.assertEqual(frames_p99(["1000", "5.1", "9.25", "30.0"], 1000), 9.25)
        with self.assertRaises(RuntimeError):
            frames_p99(["999", "0.1", "0.1", "0.1"], 1000)


if __name__ == "__main__":
    unittest.main()
