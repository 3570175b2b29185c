"""Vault folders that are not as they should be (core/SECURITY.md says what the files are)."""

import hashlib
import subprocess

HASH = 34  # Bytes: a CBOR byte string of 32.
VERSION_AT = 2  # In the key-slot file: two array heads before it.


def of_a_newer_version(data):
    keys = data / "vault.keys"
    content = bytearray(keys.read_bytes())
    content[VERSION_AT] += 1
    inner = bytes(content[1:-HASH])
    keys.write_bytes(content[:1] + inner + b"\x58\x20" + hashlib.sha256(inner).digest())


def by_sql(tool, passphrase, sql):
    """What spoils a folder so: `tool` is alter-vault, `passphrase` the file that opens it."""
    def alter(data):
        subprocess.run([tool, data, passphrase, sql], check=True)
    return alter


def of_a_newer_schema(tool, passphrase):
    return by_sql(tool, passphrase, "PRAGMA user_version = 1000000")


def with_a_wrong_reading(tool, passphrase):
    return by_sql(tool, passphrase, "DELETE FROM entry")


def key_file_cut_off(data):
    keys = data / "vault.keys"
    keys.write_bytes(keys.read_bytes()[:-5])


def database_with_a_hole(data):
    database = data / "vault.db"
    content = database.read_bytes()
    database.write_bytes(content[:4096] + bytes(4096) + content[8192:])


def database_without_its_first_page(data):
    database = data / "vault.db"
    database.write_bytes(bytes(4096) + database.read_bytes()[4096:])


def database_of_one_page(data):
    database = data / "vault.db"
    content = database.read_bytes()
    database.write_bytes(content[:4096] + bytes(len(content) - 4096))


def database_in_plain(data):
    database = data / "vault.db"
    database.write_bytes(b"SQLite format 3\0" + database.read_bytes()[16:])


def contents(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
