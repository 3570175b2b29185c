"""stranger.py HOST PORT FILE: somebody on the network who tries what answers. FILE holds, as JSON, hex of a beacon and
of a preamble that were recorded. Prints, as JSON, what came back for each thing tried."""

import json
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AT_ONCE = 3  # A listener keeps four of one address waiting.
PATIENCE = 6  # Seconds. A listener that has nothing to say closes within two.
HELLO = bytes.fromhex("16030100c6010000c20303") + bytes(range(32)) + bytes(200 - 38)


def junk(length):
    return bytes((17 * i + 5) % 256 for i in range(length))


def knocks(recorded):
    beacon, preamble = (bytes.fromhex(recorded[name]) for name in ("beacon", "preamble"))
    return {
        "a bare connection": b"",
        "one byte": b"\0",
        "junk": junk(64),
        "much junk": junk(5000),
        "a ClientHello": HELLO,
        "an HTTP request": b"GET / HTTP/1.1\r\nHost: mend\r\n\r\n" + bytes(64),
        "a recorded preamble": preamble,
        "a recorded preamble and a ClientHello": preamble + HELLO,
        "a recorded beacon": beacon,
    }


def knock(host, port, words):
    """What a listener answers, until it closes: hex, or why it is still open."""
    with socket.create_connection((host, port), timeout=PATIENCE) as door:
        came = b""
        try:
            if words:
                door.sendall(words)
            while more := door.recv(4096):
                came += more
        except ConnectionError:
            pass  # closed with bytes of ours unread
        except TimeoutError:
            return "it stays open"
        return came.hex()


def datagrams(host, ports, recorded):
    """What comes back for datagrams to each port, within a moment."""
    came = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as post:
        post.settimeout(1)
        for port in ports:
            for words in (b"", b"\0", junk(128), junk(64), bytes.fromhex(recorded["beacon"]), HELLO):
                try:
                    post.sendto(words, (host, port))
                except ConnectionRefusedError:
                    pass  # nobody there: the system says so, not Mend
        try:
            while True:
                came.append(post.recvfrom(4096)[0].hex())
        except (TimeoutError, ConnectionRefusedError):
            pass
    return came


def main(host, port, file):
    recorded = json.loads(Path(file).read_text())
    tried = knocks(recorded)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = dict(zip(tried, pool.map(lambda words: knock(host, port, words), tried.values())))
    answers["datagrams"] = "".join(datagrams(host, recorded["ports"], recorded))
    print(json.dumps(answers))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
