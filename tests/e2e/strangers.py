"""A stranger on the same network, who tries a listening Mend: nothing must come back."""

import json
import subprocess
import sys
from pathlib import Path

import networks
from vaults import expect

PATIENCE = 60  # Seconds.
# What the stranger has where nothing could be recorded: of the right length, and of no key of theirs.
MADE_UP = {"beacon": bytes(range(128)).hex(), "preamble": bytes(range(64)).hex(), "ports": [61545, 61546]}


def recorded_on(days):
    """The newest announcements that somebody heard."""
    beacons = [d for day in days for d in day.beacons]
    preambles = [c.sent[:64] for day in days for c in day.connections]
    return {"beacon": beacons[-1].payload.hex(), "preamble": preambles[-1].hex(),
            "ports": sorted({d.target[1] for d in beacons})}


def nothing_comes_back(computers, host, port, recorded, folder):
    """Tries `host`:`port` from b's computer, with what was recorded."""
    file = Path(folder) / "recorded"
    file.write_text(json.dumps(recorded))
    tried = subprocess.run([*networks.TwoComputers.inside(computers.b), sys.executable, "-B",
                            Path(__file__).with_name("stranger.py"), host, str(port), file],
                           capture_output=True, text=True, timeout=PATIENCE)
    expect(tried.returncode == 0, tried.stderr)
    answers = json.loads(tried.stdout)
    expect(len(answers) >= 10 and not any(answers.values()), f"a stranger got an answer: {answers}")
