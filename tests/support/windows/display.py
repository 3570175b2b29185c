"""Xvfb: a display of one's own, and pictures of it."""

import os
import re
import select
import struct
import subprocess
import time
import zlib
from pathlib import Path


class Display:
    """An Xvfb on a number it picks itself. Its pixels are a file (-fbdir), so a picture needs no other program."""

    def __init__(self, folder, size):
        self._pixels = Path(folder) / "Xvfb_screen0"
        read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size[0]}x{size[1]}x24", "-dpi", "96",
             "-nolisten", "tcp", "-noreset", "-fbdir", str(folder)],
            pass_fds=[write_end], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(write_end)
        self.name = ":" + self._number(read_end, timeout=30)

    def _number(self, pipe, timeout):
        said = b""
        end = time.monotonic() + timeout
        with os.fdopen(pipe, "rb", buffering=0) as reader:
            while not said.endswith(b"\n"):
                if not select.select([reader], [], [], max(0, end - time.monotonic()))[0]:
                    raise TimeoutError("Xvfb named no display in time")
                more = reader.read(16)
                if not more:
                    raise RuntimeError("Xvfb ended before it had a display")
                said += more
        return re.fullmatch(rb"(\d+)\s*", said)[1].decode()

    def screenshot(self, path):
        Path(path).write_bytes(png_of_xwd(self._pixels.read_bytes()))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def png_of_xwd(xwd):
    """An X window dump (X11/XWDFile.h, version 7) of 32-bit true colour as PNG."""
    fields = struct.unpack(">25I", xwd[:100])
    header_size, width, height = fields[0], fields[4], fields[5]
    byte_order, bits, bytes_per_line, colours = fields[7], fields[11], fields[12], fields[19]
    if bits != 32:
        raise ValueError(f"{bits} bits a pixel, not 32")
    start = header_size + colours * 12
    blue, green, red = (0, 1, 2) if byte_order == 0 else (3, 2, 1)
    rows = bytearray()
    for row in range(height):
        line = xwd[start + row * bytes_per_line:][:width * 4]
        out = bytearray(width * 3)
        out[0::3], out[1::3], out[2::3] = line[red::4], line[green::4], line[blue::4]
        rows += b"\0" + out

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b""))
