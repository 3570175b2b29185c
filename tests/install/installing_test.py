"""packaging/install.sh, with an apt and a dpkg that say what each test wants them to."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "install.sh"


class Installing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bin = Path(folder.name)
        self.calls = self.bin / "calls"
        self.calls.touch()
        self.program("sleep", "exit 0")

    def program(self, name, body):
        """A program that writes down how it was called, and then does `body`."""
        path = self.bin / name
        path.write_text(f'#!/bin/bash\necho "{name} $*" >>"{self.calls}"\n{body}\n')
        path.chmod(0o755)

    def run_bash(self, commands, user=0):
        self.program("id", f"echo {user}")
        # Nothing of this machine's own but the shell's helpers: no sudo, no apt.
        for name in ("bash", "env", "sed", "head", "grep", "awk", "tee", "rm", "cat"):
            if not (self.bin / name).exists():
                (self.bin / name).symlink_to(next(p for p in (Path("/usr/bin") / name, Path("/bin") / name) if p.exists()))
        return subprocess.run(["/bin/bash", "-uo", "pipefail", "-c", f'. "{SCRIPT}"\n{commands}'], text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60, env={"PATH": str(self.bin)})

    def called(self, words):
        return [line for line in self.calls.read_text().splitlines() if words in line]

    def test_waits_while_another_program_reads_the_lists(self):
        self.program("apt-get", f'[ "$(grep -c apt-get "{self.calls}")" -gt 3 ] && exit 0\n'
                                'echo "E: Konnte Sperre /var/lib/apt/lists/lock nicht bekommen" >&2; exit 100')
        done = self.run_bash("become_root && update_lists")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.called("apt-get")), 4)
        self.assertEqual(len(self.called("sleep")), 3)

    def test_waits_no_longer_than_five_minutes(self):
        self.program("apt-get", 'echo "E: Could not get lock /var/lib/apt/lists/lock." >&2; exit 100')
        done = self.run_bash("become_root && update_lists")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("lists/lock", done.stderr)
        self.assertEqual(len(self.called("sleep 5")), 59)

    def test_other_trouble_is_told_at_once(self):
        self.program("apt-get", 'echo "E: no network" >&2; exit 100')
        done = self.run_bash("become_root && update_lists")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no network", done.stderr)
        self.assertEqual(self.called("sleep"), [])

    def test_without_a_way_to_root_it_names_what_to_ask_for(self):
        self.program("dpkg-query", "exit 1")
        self.program("apt-get", "exit 0")
        done = self.run_bash("install_missing cmake ninja-build", user=1000)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cmake ninja-build", done.stderr)
        self.assertEqual(self.called("apt-get"), [])

    def test_a_sudo_that_would_ask_is_not_used_where_nobody_can_answer(self):
        self.program("dpkg-query", "exit 1")
        self.program("apt-get", "exit 0")
        self.program("sudo", '[ "$1" != -n ]')
        self.assertEqual(self.run_bash("install_missing cmake", user=1000).returncode, 1)
        self.assertEqual(len(self.called("sudo")), 1)

    def test_goes_through_a_sudo_that_does_not_ask(self):
        self.program("sudo", '[ "$1" = -n ] && exit 0\n"$@"')
        self.program("apt-get", "exit 0")
        self.assertEqual(self.run_bash("become_root && update_lists", user=1000).returncode, 0)
        self.assertEqual(len([line for line in self.called("apt-get -qq") if line.startswith("sudo env")]), 1)

    def test_installs_only_what_is_missing(self):
        self.program("dpkg-query", f'[ "${{@: -1}}" = here ] || [ -e "{self.bin}/done" ] || exit 1\necho "installed 1.0"')
        self.program("apt-cache", 'echo "  Candidate: 1.0"')
        self.program("apt-get", f'[[ "$*" != *install* ]] || : >"{self.bin}/done"')
        done = self.run_bash("install_missing here gone 'older|newer'")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([line.rsplit("recommends ")[-1] for line in self.called(" install ")], ["gone older"])

    def test_what_no_archive_has_is_named(self):
        self.program("dpkg-query", "exit 1")
        self.program("apt-cache", "exit 0")
        self.program("apt-get", "exit 0")
        done = self.run_bash("install_missing nowhere")
        self.assertEqual(done.returncode, 1)
        self.assertIn("nowhere", done.stderr)
        self.assertEqual(self.called(" install "), [])


if __name__ == "__main__":
    os.umask(0o022)
    unittest.main(verbosity=2)
