"""Programs that die of a signal, on a machine that would gladly keep what they had in memory."""

import os
import resource
import signal
import subprocess
import sys

from vaults import expect


def allow_cores(folder):
    """For this process and those it starts. A program that does nothing against it must leave a core, or there is
    nothing to see: then this says so, and only the kernel's own word on Mend is taken."""
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    careless = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], cwd=folder)
    if not _dies_with_a_core(careless.pid, signal.SIGSEGV):
        print("no program leaves a core here, so that Mend leaves none shows little")
    for path in _cores(folder):
        path.unlink()


def no_core_of(pid, signal_number, folder):
    """Kills a program of Mend's that was allowed any core, and sees that nothing was dumped."""
    expect(resource.prlimit(pid, resource.RLIMIT_CORE) == (0, 0), "core dumps are allowed")
    expect(not _dies_with_a_core(pid, signal_number), "the kernel dumped a core")
    expect(not _cores(folder), f"there is a core: {_cores(folder)}")


def _dies_with_a_core(pid, signal_number):
    os.kill(pid, signal_number)
    status = os.waitpid(pid, 0)[1]
    expect(os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal_number, f"it ended otherwise: {status}")
    return os.WCOREDUMP(status)


def _cores(folder):
    return [p for p in folder.rglob("*core*") if p.is_file() and p.name.startswith("core")]
