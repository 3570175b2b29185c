"""Byte strings that occur more than once."""

LENGTH = 8  # Bytes. What the design calls a string.


def repeated(pieces, length=LENGTH):
    """Every string of `length` bytes that occurs twice, in one piece or in two."""
    met, twice = set(), set()
    for piece in pieces:
        for at in range(len(piece) - length + 1):
            string = piece[at:at + length]
            (twice if string in met else met).add(string)
    return twice


def readable(content, words):
    """Those of the words that can be read in it: as UTF-8, or as UTF-16 of either order."""
    return [word for word in words
            if any(word.encode(form) in content for form in ("utf-8", "utf-16-le", "utf-16-be"))]
