"""TLS 1.3 as an onlooker sees it (RFC 8446): records, the two hellos, and what is said in the clear."""

import struct
from dataclasses import dataclass

CHANGE_CIPHER_SPEC, ALERT, HANDSHAKE, APPLICATION_DATA = 20, 21, 22, 23
CLIENT_HELLO, SERVER_HELLO = 1, 2
SERVER_NAME, SUPPORTED_VERSIONS, KEY_SHARE = 0, 43, 51
TLS13 = 0x0304
RECORD_LIMIT = 16384 + 256  # Bytes.


class NotTls(ValueError):
    pass


def records(stream):
    """[(type, payload)]. A last record that is cut off, as a killed program leaves one, is given as far as it goes."""
    found, at = [], 0
    while at < len(stream):
        header = stream[at:at + 5]
        if len(header) < 5:
            break
        kind, version, length = struct.unpack(">BHH", header)
        if not CHANGE_CIPHER_SPEC <= kind <= APPLICATION_DATA or version not in (0x0301, 0x0303) \
                or length > RECORD_LIMIT:
            raise NotTls(f"no TLS record at {at}: {header.hex()}")
        found.append((kind, stream[at + 5:at + 5 + length]))
        at += 5 + length
    return found


@dataclass
class Hello:
    kind: int
    random: bytes
    session: bytes
    ciphers: bytes
    extensions: dict
    rest: bytes  # all but random, session id and key shares: what could be the same each time


def hello(payload):
    """A ClientHello or ServerHello that fills its record."""
    kind, length = payload[0], int.from_bytes(payload[1:4], "big")
    body = payload[4:]
    if kind not in (CLIENT_HELLO, SERVER_HELLO) or length != len(body):
        raise NotTls("no whole hello")
    version, random, at = body[:2], body[2:34], 35 + body[34]
    session = body[35:at]
    if kind == CLIENT_HELLO:
        ciphers = body[at + 2:at + 2 + int.from_bytes(body[at:at + 2], "big")]
        at += 2 + len(ciphers)
        at += 1 + body[at]  # compression
    else:
        ciphers = body[at:at + 2]
        at += 3
    extensions = _extensions(body[at + 2:])
    if int.from_bytes(body[at:at + 2], "big") != len(body) - at - 2:
        raise NotTls("extensions of another length")
    plain = version + ciphers + b"".join(struct.pack(">H", t) + v for t, v in extensions.items() if t != KEY_SHARE)
    return Hello(kind, random, session, ciphers, extensions, plain)


def _extensions(content):
    found, at = {}, 0
    while at < len(content):
        kind, length = struct.unpack(">HH", content[at:at + 4])
        if kind in found:
            raise NotTls("an extension twice")
        found[kind] = content[at + 4:at + 4 + length]
        if len(found[kind]) != length:
            raise NotTls("an extension that is cut off")
        at += 4 + length
    return found


def keys(said):
    """The keys that a hello offers, one a group, or the one that its server chose (RFC 8446, 4.2.8)."""
    share = said.extensions.get(KEY_SHARE, b"")
    at = 2 if said.kind == CLIENT_HELLO else 0  # a list has its length before it
    found = []
    while at < len(share):
        length = int.from_bytes(share[at + 2:at + 4], "big")
        found.append(share[at + 4:at + 4 + length])
        at += 4 + length
    return found


def in_the_clear(stream):
    """The handshake messages that anybody can read, as types; after the hellos there must be none."""
    return [payload[0] for kind, payload in records(stream) if kind == HANDSHAKE and payload]


def only_tls13(hello_of_server):
    version = hello_of_server.extensions.get(SUPPORTED_VERSIONS)
    return version == struct.pack(">H", TLS13)


def contents(stream):
    """What could repeat from one connection to another: the payloads of the records. Hellos are cut where their random
    and their keys stand, which are pieces of their own, so that a constant beside an equal byte is no longer string; the
    session id, which the server must echo (RFC 8446, 4.1.3), is left out."""
    found = []
    for kind, payload in records(stream):
        if kind == HANDSHAKE and payload and payload[0] in (CLIENT_HELLO, SERVER_HELLO):
            said = hello(payload)
            rest = payload
            for chosen in filter(None, (said.random, said.session, *keys(said))):
                head, rest = rest.split(chosen, 1)
                found.append(head)
            found += [rest, said.random, *keys(said)]
        else:
            found.append(payload)
    return found
