"""Importing this makes it noon here, and in every program that is started: no test runs into another day."""

import datetime
import os
import time

AHEAD = 12 - datetime.datetime.now(datetime.timezone.utc).hour  # Hours before UTC.
os.environ["TZ"] = f"NOON{-AHEAD:+d}"  # POSIX counts westward.
time.tzset()
