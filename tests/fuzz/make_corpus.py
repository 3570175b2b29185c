#!/usr/bin/env python3
"""Writes the first corpus of each target, in corpus/ beside this, from what is frozen in tests/vectors and from the guide:

    tests/fuzz/make_corpus.py

What libFuzzer finds worth keeping is added beside it by hand; nothing here is ever removed.
"""

import hashlib
import json
import pathlib

here = pathlib.Path(__file__).resolve().parent
vectors = here.parent / "vectors"
guide = here.parent.parent / "resources" / "guide" / "en"

# In the order of Kind, in core/domain.
kinds = ["member", "pair", "checkin", "commitment", "commitment.change", "consent", "outcome", "view", "note",
         "moment", "step", "open", "withdraw", "pause"]


def put(target, name, data):
    folder = here / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def head(major, number):
    if number < 24:
        return bytes([major << 5 | number])
    size = 1 if number < 1 << 8 else 2 if number < 1 << 16 else 4 if number < 1 << 32 else 8
    return bytes([major << 5 | {1: 24, 2: 25, 4: 26, 8: 27}[size]]) + number.to_bytes(size, "big")


def text(words):
    return head(3, len(words.encode())) + words.encode()


def array(*parts):
    return head(4, len(parts)) + b"".join(parts)


def records():
    for number, kind in enumerate(kinds):
        lines = (vectors / "records" / f"{kind}.hex").read_text().split()
        header, body = bytes.fromhex(lines[0]), bytes.fromhex(lines[1])
        put("header", kind, header)
        put("body", kind, bytes([number]) + body)
    put("header", "newer-version", b"\x8a\x02" + header[2:])
    put("header", "eleven-elements", b"\x8b" + header[1:] + b"\xf6")
    put("header", "over-the-limit", header.replace(text(kinds[-1]), text("a" * 1100)))
    put("body", "of-tomorrow", bytes([len(kinds)]) + body)
    put("body", "wrong-kind", bytes([2]) + body)
    put("body", "no-map", bytes([8]) + array(text("salt")))


def cbor():
    put("cbor", "member", bytes.fromhex((vectors / "records" / "member.hex").read_text().split()[1]))
    put("cbor", "change", bytes.fromhex((vectors / "records" / "commitment.change.hex").read_text().split()[1]))
    nasty = {
        "depth-8": b"\x81" * 8 + b"\xf6",
        "depth-9": b"\x81" * 9 + b"\xf6",
        "depth-many": b"\x81" * 4000 + b"\xf6",
        "maps-deep": b"\xa1\x61a" * 4000 + b"\xf6",
        "long-form": b"\x18\x01",
        "largest": head(0, (1 << 63) - 1),
        "too-large": head(0, 1 << 63),
        "least": head(1, (1 << 63) - 1),
        "too-small": head(1, 1 << 63),
        "indefinite-array": b"\x9f\x01\xff",
        "indefinite-map": b"\xbf\x61a\x01\xff",
        "indefinite-text": b"\x7f\x61a\xff",
        "indefinite-bytes": b"\x5f\x41a\xff",
        "float": b"\xfb\x3f\xf0\x00\x00\x00\x00\x00\x00",
        "half": b"\xf9\x3c\x00",
        "undefined": b"\xf7",
        "simple": b"\xf8\xff",
        "break": b"\xff",
        "tag": b"\xc1\x00",
        "promises-much": b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
        "promises-bytes": b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
        "promises-map": b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff",
        "key-twice": b"\xa2\x61a\x01\x61a\x02",
        "keys-unsorted": b"\xa2\x61b\x01\x61a\x02",
        "key-no-text": b"\xa1\x01\x01",
        "not-utf8": b"\x62\xc3\x28",
        "surrogate": b"\x63\xed\xa0\x80",
        "overlong-utf8": b"\x62\xc0\x80",
        "bom": text("\ufeffword"),
        "empty-key": b"\xa1\x60\xf6",
        "two": b"\x01\x01",
        "everything": array(b"\xf4", b"\xf5", b"\xf6", head(0, 1 << 40), head(1, 300), text("水 ´"), b"\x41\x00",
                            b"\xa2\x61a\x80\x62aa\xa0"),
    }
    for name, data in nasty.items():
        put("cbor", name, data)


def key_slots():
    stored = (vectors / "vault" / "v1" / "vault.keys").read_bytes()
    says = stored[1:-34]  # between the outer array's head and the hash
    assert hashlib.sha256(says).digest() == stored[-32:]
    put("key_slots", "v1", stored)
    put("key_slots", "says", says)
    put("key_slots", "cut", stored[:-1])
    put("key_slots", "newer", b"\x82\x02" + says[2:])
    put("key_slots", "huge-cost", says.replace(head(0, 256 * 1024), head(0, (1 << 32) - 1)))
    put("key_slots", "one-slot", b"\x82\x01\x81\xf6")
    put("key_slots", "empty", b"\x82\x01\x80")


def guide_files():
    for number, name in enumerate(["betrayer", "hurt", "shared"]):
        steps = json.loads((guide / f"{name}.json").read_text())["steps"]
        few = [steps[0], next(step for step in steps if "for" in step)]
        few += [step for step in steps if "commitment" in step or "tick" in step][:1]
        few = [step for at, step in enumerate(few) if step not in few[:at]]
        put("guide", name, bytes([number]) + json.dumps({"steps": few}, ensure_ascii=False).encode())
    for number, name in [(3, "prompts"), (4, "safety"), (5, "marks")]:
        whole = json.loads((guide / f"{name}.json").read_text())
        put("guide", name, bytes([number]) + json.dumps(whole, ensure_ascii=False).encode())
    nasty = {
        "deep": b"\x00" + b'{"steps":' + b"[" * 3000 + b"]" * 3000 + b"}",
        "twice": b'\x05{"title":"a","title":"b","marks":[]}',
        "number": b'\x00{"steps":[{"id":1e999}]}',
        "escapes": b'\x05{"title":"\\ud800\\u0000\\u202e","marks":[{}]}',
        "list": b"\x00[]",
        "bom": b'\x00\xef\xbb\xbf{"steps":[]}',
    }
    for name, data in nasty.items():
        put("guide", name, data)



def named_vectors(name):
    """name → bytes, of a file of tests/vectors/sync."""
    lines = (vectors / "sync" / name).read_text().splitlines()
    return {words[0]: bytes.fromhex(words[1]) for words in map(str.split, lines) if words and words[0] != "#"
            and len(words) == 2}


def framed(message):
    return len(message).to_bytes(4, "big") + message


def messages():
    said = named_vectors("messages.txt")
    for name, data in said.items():
        put("message", name, data)
    put("message", "of-tomorrow", b"\xa1" + text("t") + text("woot"))
    put("message", "clock-before-1970", said["hello-empty"].replace(text("at") + b"\x00", text("at") + b"\x20"))
    put("frame", "one", b"\x06" + framed(said["hello"]))
    put("frame", "many", b"\xff" + b"".join(map(framed, said.values())))
    put("frame", "empty", b"\x00" + framed(b""))
    put("frame", "at-the-limit", b"\x10" + (16384).to_bytes(4, "big") + b"x" * 64)
    put("frame", "over-the-limit", b"\x10" + (16385).to_bytes(4, "big") + b"x" * 64)
    put("frame", "cut", b"\x03" + framed(said["ack"])[:-1])


def announcements():
    for name, data in named_vectors("announcement.txt").items():
        put("announcement", name, b"\x00" + data)
    now = 1795348800000 // 1800000
    for name, slot in [("now", now), ("before", now - 1), ("after", now + 1), ("late", now - 2), ("far", 2**32 - 1)]:
        plain = bytes(range(1, 9)) + (2**63).to_bytes(8, "big") + slot.to_bytes(4, "big") + (61234).to_bytes(2, "big")
        put("announcement", f"beacon-{name}", b"\x01" + plain)
        put("announcement", f"preamble-{name}", b"\x03" + plain)


def pairing():
    def entries(**values):
        pairs = sorted((text(key), value) for key, value in values.items())
        return head(5, len(pairs)) + b"".join(key + value for key, value in pairs)

    def octets(data):
        return head(2, len(data)) + data

    nonce = framed(entries(v=b"\x01", nonce=octets(b"n" * 16)))
    point = bytes.fromhex("e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76")  # RFC 9496, the generator
    share = framed(entries(share=octets(point)))
    confirm = framed(entries(confirm=octets(b"c" * 64)))
    sealed = framed(entries(sealed=octets(b"s" * 40)))
    for number, side in enumerate(["shower", "typer"]):
        put("pairing", f"{side}-whole", bytes([number]) + nonce + share + confirm + sealed * 3)
        put("pairing", f"{side}-newer", bytes([number]) + framed(entries(v=b"\x02", nonce=octets(b"n" * 16))))
        put("pairing", f"{side}-identity", bytes([number]) + nonce + framed(entries(share=octets(bytes(32)))))
        put("pairing", f"{side}-sealed-first", bytes([number]) + nonce + share + sealed)
        put("pairing", f"{side}-twice", bytes([number]) + nonce + nonce)


records()
cbor()
key_slots()
guide_files()
messages()
announcements()
pairing()
