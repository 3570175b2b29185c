"""What somebody on the network sees of two who share, and what must not be in it."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from vaults import expect  # noqa: E402
from wire import Traffic, plain_tls, strings, tls  # noqa: E402

BEACON, PREAMBLE = 128, 64  # Bytes.
LOWEST_PORT = 61000
# Parts of every certificate of Mend: its name, and the type of its key (RFC 5480).
CERTIFICATE = (b"mend", bytes.fromhex("06072a8648ce3d0201"))
CONVERSATIONS = 4  # Enough for whatever any TLS 1.3 client repeats to be repeated.


class Day:
    """A capture of one day, and what was recognised in it."""

    def __init__(self, path):
        self.raw = Path(path).read_bytes()
        traffic = Traffic.read(path)
        self.beacons = traffic.datagrams
        self.connections = [c for c in traffic.connections if c.sent]
        self.dead = [c for c in traffic.connections if not c.sent]  # dialled, and nobody there

    def pieces(self):
        for connection in self.connections:
            yield from tls.contents(connection.sent[PREAMBLE:])
            yield from tls.contents(connection.answered)


def nothing_to_see(paths, typed, folder):
    """The captures of some days, of the same two people; `typed` are words and names that must not be readable."""
    days = [Day(path) for path in paths]
    _enough_was_seen(days)
    for day in days:
        _announcements_are_all_there_is(day)
        _hellos_say_nothing(day)
        expect(strings.readable(day.raw, typed) == [], strings.readable(day.raw, typed))
        for part in CERTIFICATE:
            expect(part not in day.raw, f"a certificate can be read: {part}")
    _announcements_have_nothing_in_common(days)
    _inside_is_what_any_client_repeats(days, folder)
    return days


def _enough_was_seen(days):
    targets = [d.target[0] for day in days for d in day.beacons]
    expect(len(targets) >= 8, f"{len(targets)} beacons: too little was seen")
    expect(all(day.connections for day in days), f"connections a day: {[len(day.connections) for day in days]}")
    expect(any(":" in t for t in targets) and any("." in t for t in targets), "beacons of one family only")


def _announcements_are_all_there_is(day):
    expect(all(len(d.payload) == BEACON for d in day.beacons), "a datagram that is no beacon")
    expect(all(d.target[1] >= LOWEST_PORT for d in day.beacons), "a datagram to another port")


def _announcements_have_nothing_in_common(days):
    everything = [d.payload for day in days for d in day.beacons]
    everything += [c.sent[:PREAMBLE] for day in days for c in day.connections]
    common = strings.repeated(everything)
    expect(not common, f"beacons or preambles have {len(common)} strings in common, such as {list(common)[:2]}")


def _hellos_say_nothing(day):
    for connection in day.connections:
        inside, answer = connection.sent[PREAMBLE:], connection.answered
        expect(tls.in_the_clear(inside) in ([], [tls.CLIENT_HELLO]), "more than a ClientHello in the clear")
        expect(tls.in_the_clear(answer) in ([], [tls.SERVER_HELLO]), "more than a ServerHello in the clear")
        if inside:
            said = tls.hello(tls.records(inside)[0][1])
            expect(said.kind == tls.CLIENT_HELLO and tls.SERVER_NAME not in said.extensions, "a server name was sent")
        if answer:
            expect(tls.only_tls13(tls.hello(tls.records(answer)[0][1])), "not TLS 1.3")
    expect(any(c.answered for c in day.connections), "no connection got an answer")


def _inside_is_what_any_client_repeats(days, folder):
    pem = plain_tls.certificate(Path(folder))
    plain = [piece for _ in range(CONVERSATIONS) for side in plain_tls.conversation(pem, b"good morning")
             for piece in tls.contents(side)]
    more = strings.repeated([piece for day in days for piece in day.pieces()]) - strings.repeated(plain)
    expect(not more, f"{len(more)} strings repeat that no TLS 1.3 client must repeat, such as {list(more)[:3]}")
