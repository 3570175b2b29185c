"""Classic pcap files (draft-ietf-opsawg-pcap) of Ethernet: UDP datagrams, and TCP connections put together again."""

import ipaddress
import struct
from dataclasses import dataclass, field
from pathlib import Path

MAGICS = {b"\xd4\xc3\xb2\xa1": "<", b"\xa1\xb2\xc3\xd4": ">", b"\x4d\x3c\xb2\xa1": "<", b"\xa1\xb2\x3c\x4d": ">"}
ETHERNET = 1
IPV4, IPV6 = 0x0800, 0x86DD
TCP, UDP = 6, 17
# IPv6 headers that another may follow (RFC 8200): hop-by-hop, routing, destination.
EXTENSIONS = (0, 43, 60)
FRAGMENT = 44
SYN, ACK = 0x02, 0x10


class Broken(ValueError):
    """Not a capture that can be trusted to show everything."""


@dataclass
class Datagram:
    source: tuple  # address, port
    target: tuple
    payload: bytes


@dataclass
class Half:
    """One direction: what was sent, by its place."""
    first: int = None  # sequence number of the first byte
    pieces: dict = field(default_factory=dict)

    def add(self, sequence, payload):
        if payload:
            offset = (sequence - self.first) & 0xFFFFFFFF
            if len(payload) > len(self.pieces.get(offset, b"")):
                self.pieces[offset] = payload

    def bytes(self):
        whole = bytearray()
        for offset in sorted(self.pieces):
            piece = self.pieces[offset]
            if offset > len(whole):
                raise Broken(f"a hole of {offset - len(whole)} bytes in a TCP connection")
            whole += piece[len(whole) - offset:]
        return bytes(whole)


@dataclass
class Connection:
    """`sent` by who dialled, `answered` by the other."""
    dialler: tuple
    listener: tuple
    halves: tuple = field(default_factory=lambda: (Half(), Half()))

    @property
    def sent(self):
        return self.halves[0].bytes()

    @property
    def answered(self):
        return self.halves[1].bytes()


class Traffic:
    def __init__(self):
        self.datagrams = []
        self.connections = []
        self._open = {}

    @staticmethod
    def read(path):
        traffic = Traffic()
        for frame in frames(Path(path).read_bytes()):
            traffic._frame(frame)
        return traffic

    def _frame(self, frame):
        if len(frame) < 14:
            raise Broken("a frame without its header")
        kind, packet = struct.unpack(">H", frame[12:14])[0], frame[14:]
        unpack = {IPV4: _ipv4, IPV6: _ipv6}.get(kind)
        if not unpack:
            return  # ARP and the like carry nothing of ours
        protocol, source, target, payload = unpack(packet)
        if protocol == UDP:
            self._udp(source, target, payload)
        elif protocol == TCP:
            self._tcp(source, target, payload)

    def _udp(self, source, target, segment):
        from_port, to_port, length, _ = struct.unpack(">HHHH", segment[:8])
        if not 8 <= length <= len(segment):
            raise Broken("a datagram of another length than it says")
        self.datagrams.append(Datagram((source, from_port), (target, to_port), segment[8:length]))

    def _tcp(self, source, target, segment):
        from_port, to_port, sequence, _, offset, flags = struct.unpack(">HHIIBB", segment[:14])
        payload = segment[(offset >> 4) * 4:]
        here, there = (source, from_port), (target, to_port)
        if flags & SYN and not flags & ACK:
            known = self._open.get((here, there))
            if not known or known.halves[0].first != (sequence + 1) & 0xFFFFFFFF:
                self._begin(here, there, sequence + 1)
            return
        if (here, there) in self._open:
            half = self._open[here, there].halves[0]
        elif (there, here) in self._open:
            half = self._open[there, here].halves[1]
        else:
            if payload:
                raise Broken("a TCP connection whose beginning was not seen")
            return
        if flags & SYN:
            half.first = (sequence + 1) & 0xFFFFFFFF
        elif payload:
            if half.first is None:
                raise Broken("a TCP connection whose answer was not seen")
            half.add(sequence, payload)

    def _begin(self, dialler, listener, first):
        connection = Connection(dialler, listener)
        connection.halves[0].first = first & 0xFFFFFFFF
        self.connections.append(connection)
        self._open[dialler, listener] = connection
        self._open.pop((listener, dialler), None)


def frames(content):
    order = MAGICS.get(content[:4])
    if not order or len(content) < 24:
        raise Broken("not a pcap file")
    if struct.unpack(order + "I", content[20:24])[0] & 0xFFFF != ETHERNET:
        raise Broken("not a capture of Ethernet")
    at = 24
    while at < len(content):
        header = content[at:at + 16]
        if len(header) < 16:
            raise Broken("the capture is cut off")
        kept, original = struct.unpack(order + "II", header[8:])
        if kept != original:
            raise Broken("a packet was not kept whole")
        frame = content[at + 16:at + 16 + kept]
        if len(frame) < kept:
            raise Broken("the capture is cut off")
        yield frame
        at += 16 + kept


def _ipv4(packet):
    header, length, fragment = (packet[0] & 15) * 4, *struct.unpack(">H", packet[2:4]), \
        struct.unpack(">H", packet[6:8])[0]
    if fragment & 0x3FFF:
        raise Broken("an IPv4 fragment")
    # Segmentation offload leaves the length at 0.
    payload = packet[header:length or len(packet)]
    return packet[9], str(ipaddress.IPv4Address(packet[12:16])), str(ipaddress.IPv4Address(packet[16:20])), payload


def _ipv6(packet):
    length, following = struct.unpack(">H", packet[4:6])[0], packet[6]
    payload = packet[40:40 + length] if length else packet[40:]
    while following in EXTENSIONS:
        following, payload = payload[0], payload[8 + 8 * payload[1]:]
    if following == FRAGMENT:
        raise Broken("an IPv6 fragment")
    return (following, str(ipaddress.IPv6Address(packet[8:24])), str(ipaddress.IPv6Address(packet[24:40])), payload)
