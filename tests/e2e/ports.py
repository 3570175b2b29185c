"""TCP ports of this machine that nobody listens on. Above those that the system gives to whoever dials, so that none is
taken between being chosen and being listened on; by chance, so that two runs at once don't meet."""

import random
import socket

LOWEST, HIGHEST = 61000, 65535


def free_ports(count):
    found = []
    for port in random.SystemRandom().sample(range(LOWEST, HIGHEST + 1), HIGHEST - LOWEST):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        found.append(port)
        if len(found) == count:
            return found
    raise RuntimeError("no free ports")
