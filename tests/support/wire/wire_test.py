#!/usr/bin/python3
"""wire_test.py: the reading of captures, tried on captures made by hand, and on real TLS. What can't be trusted must
be said to be broken: a test that looks for something absent has to see everything."""

import ipaddress
import ssl
import struct
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[1]))

from wire import Broken, Traffic, plain_tls, strings, tls  # noqa: E402

HERE, THERE = ("10.0.0.1", 4000), ("10.0.0.2", 5000)
HERE6, THERE6 = ("fe80::1", 4000), ("ff15::2", 5000)
SYN, ACK, PSH = 0x02, 0x10, 0x08


def ethernet(source, target, protocol, segment, extension=b""):
    a, b = (ipaddress.ip_address(end[0]) for end in (source, target))
    if a.version == 4:
        header = struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(segment), 7, 0, 64, protocol, 0) + a.packed + b.packed
        return bytes(12) + struct.pack(">H", 0x0800) + header + segment
    following = 0 if extension else protocol
    header = struct.pack(">IHBB", 0x60000000, len(extension) + len(segment), following, 64) + a.packed + b.packed
    return bytes(12) + struct.pack(">H", 0x86DD) + header + extension + segment


def udp(source, target, payload, extension=b""):
    return ethernet(source, target, 17,
                    struct.pack(">HHHH", source[1], target[1], 8 + len(payload), 0) + payload, extension)


def tcp(source, target, sequence, payload=b"", flags=ACK | PSH):
    return ethernet(source, target, 6, struct.pack(">HHIIBBHHH", source[1], target[1], sequence & 0xFFFFFFFF, 0, 0x50,
                                                    flags, 0, 0, 0) + payload)


def pcap(*frames, order="<", magic=0xA1B2C3D4, link=1, cut=0):
    content = struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, 262144, link)
    for frame in frames:
        content += struct.pack(order + "IIII", 1, 2, len(frame), len(frame)) + frame
    return content[:len(content) - cut]


class ReadingCaptures(unittest.TestCase):
    def read(self, *frames, **kinds):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.pcap"
            path.write_bytes(pcap(*frames, **kinds))
            return Traffic.read(path)

    def connection(self, *more, first=100, answer=900):
        return [tcp(HERE, THERE, first - 1, flags=SYN), tcp(THERE, HERE, answer - 1, flags=SYN | ACK), *more]

    def test_datagrams_of_both_families_and_byte_orders(self):
        hop_by_hop = bytes([17, 0, 5, 2, 0, 0, 1, 0])
        for order, magic in (("<", 0xA1B2C3D4), (">", 0xA1B2C3D4), ("<", 0xA1B23C4D)):
            seen = self.read(udp(HERE, THERE, b"four"), udp(HERE6, THERE6, b"six", hop_by_hop), order=order,
                             magic=magic)
            self.assertEqual([(d.source, d.target, d.payload) for d in seen.datagrams],
                             [(HERE, THERE, b"four"), (HERE6, THERE6, b"six")])

    def test_a_frame_padded_to_its_least_size_has_no_more_payload(self):
        self.assertEqual(self.read(udp(HERE, THERE, b"ab") + bytes(16)).datagrams[0].payload, b"ab")

    def test_tcp_in_order_out_of_order_doubled_and_overlapping(self):
        seen = self.read(*self.connection(
            tcp(HERE, THERE, 104, b"more"), tcp(HERE, THERE, 100, b"some"), tcp(THERE, HERE, 900, b"answer"),
            tcp(HERE, THERE, 104, b"more"), tcp(HERE, THERE, 106, b"re and end")))
        (connection,) = seen.connections
        self.assertEqual((connection.dialler, connection.listener), (HERE, THERE))
        self.assertEqual(connection.sent, b"somemore and end")
        self.assertEqual(connection.answered, b"answer")

    def test_a_sequence_that_begins_again_at_nought(self):
        seen = self.read(*self.connection(tcp(HERE, THERE, 0xFFFFFFFE, b"ab"), tcp(HERE, THERE, 0, b"cd"),
                                          first=0xFFFFFFFE))
        self.assertEqual(seen.connections[0].sent, b"abcd")

    def test_a_port_that_is_used_again_is_another_connection(self):
        seen = self.read(*self.connection(tcp(HERE, THERE, 100, b"one")),
                         *self.connection(tcp(HERE, THERE, 5000, b"two"), first=5000))
        self.assertEqual([c.sent for c in seen.connections], [b"one", b"two"])

    def test_a_syn_that_is_sent_again_is_the_same_connection(self):
        again = tcp(HERE, THERE, 99, flags=SYN)
        self.assertEqual(len(self.read(again, *self.connection()).connections), 1)

    def test_what_was_not_seen_whole_is_broken(self):
        long = udp(HERE, THERE, b"words")
        for frames, kinds in (([long], {"cut": 1}), ([long], {"cut": len(long) + 3}), ([long], {"link": 113}),
                              ([long], {"magic": 0x0A0D0D0A}), ([b"short"], {}),
                              ([tcp(HERE, THERE, 100, b"late")], {}),
                              ([tcp(HERE, THERE, 99, flags=SYN), tcp(THERE, HERE, 900, b"early")], {})):
            with self.assertRaises(Broken, msg=(frames, kinds)):
                self.read(*frames, **kinds)
        hole = self.read(*self.connection(tcp(HERE, THERE, 101, b"after a hole"))).connections[0]
        with self.assertRaisesRegex(Broken, "hole of 1"):
            hole.sent

    def test_fragments_are_broken(self):
        four = bytearray(udp(HERE, THERE, b"part"))
        four[14 + 6] |= 0x20  # more fragments
        six = udp(HERE6, THERE6, b"part", bytes([17, 0, 0, 1, 0, 0, 0, 7]))
        six = six[:14 + 6] + bytes([44]) + six[14 + 7:]
        for frame in (bytes(four), six):
            with self.assertRaisesRegex(Broken, "fragment"):
                self.read(frame)

    def test_a_packet_that_was_not_kept_whole_is_broken(self):
        content = bytearray(pcap(udp(HERE, THERE, b"words")))
        content[24 + 12] += 1  # it was one longer
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.pcap"
            path.write_bytes(content)
            with self.assertRaisesRegex(Broken, "whole"):
                Traffic.read(path)


class ReadingTls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.pem = plain_tls.certificate(Path(cls.folder.name))

    def talk(self, **kinds):
        return plain_tls.conversation(self.pem, b"good morning", **kinds)

    def test_two_hellos_and_nothing_else_in_the_clear(self):
        sent, answered = self.talk()
        self.assertEqual(tls.in_the_clear(sent), [tls.CLIENT_HELLO])
        self.assertEqual(tls.in_the_clear(answered), [tls.SERVER_HELLO])
        self.assertTrue(tls.only_tls13(tls.hello(tls.records(answered)[0][1])))
        self.assertNotIn(b"good morning", sent + answered)

    def test_sees_a_server_name(self):
        for name, there in ((None, False), ("secret.example", True)):
            said = tls.hello(tls.records(self.talk(server_name=name)[0])[0][1])
            self.assertEqual(tls.SERVER_NAME in said.extensions, there)
            self.assertEqual(len(said.random), 32)
            self.assertEqual(b"secret.example" in said.rest, there)

    def test_sees_a_certificate_in_the_clear(self):
        _, answered = self.talk(version=ssl.TLSVersion.TLSv1_2)
        self.assertIn(11, tls.in_the_clear(answered))
        self.assertFalse(tls.only_tls13(tls.hello(tls.records(answered)[0][1])))

    def test_what_repeats_is_what_hellos_have_in_common(self):
        pieces = [piece for _ in range(3) for side in self.talk() for piece in tls.contents(side)]
        common = strings.repeated(pieces)
        self.assertTrue(common)
        again = [piece for side in self.talk() for piece in tls.contents(side)]
        self.assertTrue(all(any(string in piece for piece in again) for string in common))

    def test_a_key_of_any_length_is_a_piece_of_its_own(self):
        groups = ((0x11EC, bytes(range(100)) * 12), (0x001D, b"k" * 32))  # a hybrid one and X25519
        entries = [struct.pack(">HH", group, len(key)) + key for group, key in groups]
        both = b"".join(entries)
        offered = self.a_hello(tls.CLIENT_HELLO, struct.pack(">H", len(both)) + both)
        chosen = self.a_hello(tls.SERVER_HELLO, entries[0])
        self.assertEqual(tls.keys(tls.hello(offered)), [key for _, key in groups])
        self.assertEqual(tls.keys(tls.hello(chosen)), [groups[0][1]])
        pieces = tls.contents(struct.pack(">BHH", tls.HANDSHAKE, 0x0303, len(offered)) + offered)
        for _, key in groups:
            self.assertEqual([piece for piece in pieces if key in piece], [key])

    def a_hello(self, kind, share):
        """One with a random, no session, one cipher, and the shares of keys."""
        ciphers = b"\0\x02\x13\x01" if kind == tls.CLIENT_HELLO else b"\x13\x01"
        compression = b"\x01\0" if kind == tls.CLIENT_HELLO else b"\0"
        extensions = struct.pack(">HH", tls.KEY_SHARE, len(share)) + share
        body = b"\x03\x03" + b"r" * 32 + b"\0" + ciphers + compression + struct.pack(">H", len(extensions)) + extensions
        return bytes([kind]) + len(body).to_bytes(3, "big") + body

    def test_other_bytes_are_no_tls(self):
        for stream in (b"GET / HTTP/1.1\r\n\r\n", bytes(64), b"\x16\x03\x09" + bytes(9)):
            with self.assertRaises(tls.NotTls):
                tls.records(stream)


class FindingStrings(unittest.TestCase):
    def test_eight_bytes_in_common_are_found_and_seven_are_not(self):
        self.assertEqual(strings.repeated([b"..12345678..", b"--12345678--"]), {b"12345678"})
        self.assertEqual(strings.repeated([b"..1234567..", b"--1234567--"]), set())
        self.assertEqual(strings.repeated([b"abcdefgh-abcdefgh"]), {b"abcdefgh"})

    def test_words_are_found_in_every_encoding(self):
        for form in ("utf-8", "utf-16-le", "utf-16-be"):
            self.assertEqual(strings.readable(b"\0" + "größer".encode(form) + b"\0", ["größer", "absent"]), ["größer"])


if __name__ == "__main__":
    unittest.main()
