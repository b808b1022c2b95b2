"""Bytes to text and back, without losing a byte."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from newslint.text.encoded import EncodedText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 8192


class Decoded(NamedTuple):
    """A text and how to turn it back into bytes.

    Args:
        encoded: the text without its byte order mark.
        encoding: the name of the encoding.
        bom: the byte order mark that stood before it.
        errors: how bytes that are no text were kept: ``strict`` where there are none.
        bad_byte: offset of the first byte that was no UTF-8, where the encoding is a guess.
    """

    encoded: EncodedText
    encoding: str = "utf-8"
    bom: bytes = b""
    errors: str = "strict"
    bad_byte: int | None = None

    @property
    def text(self) -> str:
        """The text itself."""
        return self.encoded.text

    def encode(self, text: str) -> bytes:
        """Return a text as bytes in the way that this one was read.

        Raises:
            UnicodeEncodeError: if the encoding lacks one of its characters.
        """
        return self.bom + text.encode(self.encoding, self.errors)

    def agrees(self, name: str) -> bool:
        """Say whether the text was read in the encoding of a name, or would be the same in it."""
        try:
            declared = codecs.lookup(name).name
        except LookupError:
            return False
        return self.encoding.startswith(declared) or (declared == "ascii" and self.text.isascii())


# Encodings in which markup is ASCII; a declared UTF is no news, and the rest of
# what Python can decode is no text.
_DECLARABLE = ("iso8859", "cp", "koi8", "mac", "gb", "big5", "shift_jis", "euc", "tis", "hz")


def decode_as(data: bytes, name: str) -> Decoded | None:
    """Return bytes as text in the encoding that they declare, or None if they are not in it.

    A byte order mark and an encoding of Unicode are left to `decode`.

    Args:
        data: the content of a file.
        name: the declared name.
    """
    try:
        encoding = codecs.lookup(name).name
        if not encoding.startswith(_DECLARABLE) or data.startswith(tuple(bom for bom, _ in _BOMS)):
            return None
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    if text.encode(encoding, "replace") != data:
        return None
    return Decoded(EncodedText(text), encoding)


class BinaryDataError(ValueError):
    """Bytes that are no text."""


def decode(data: bytes) -> Decoded:
    """Return bytes as text.

    A byte order mark decides; else UTF-8. Where that fails, bytes are read as
    Windows-1252 if nothing in them is UTF-8, else the bad bytes are kept as they
    are, so that writing the text gives the same bytes again.

    Args:
        data: the content of a file or a line.

    Raises:
        BinaryDataError: if the bytes hold NUL without a byte order mark that explains it.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, "surrogatepass")
            return Decoded(EncodedText(text), encoding, bom, "surrogatepass")
    if is_binary(data):
        raise BinaryDataError("the content is binary")
    try:
        return Decoded(EncodedText(data.decode("utf-8"), data))
    except UnicodeDecodeError as error:
        return _guess(data, error.start)


def is_binary(data: bytes) -> bool:
    """Say whether bytes, or the first of them, hold NUL without a byte order mark."""
    return b"\0" in data[:_HEAD] and not data.startswith(tuple(bom for bom, _ in _BOMS))


def _guess(data: bytes, bad_byte: int) -> Decoded:
    kept = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= character <= "\udcff" for character in kept)
    wide = sum(character > "\x7f" for character in kept) - bad
    if wide:
        return Decoded(EncodedText(kept), "utf-8", b"", "surrogateescape", bad_byte)
    try:
        text, encoding = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        text, encoding = data.decode("latin-1"), "latin-1"
    return Decoded(EncodedText(text), encoding, b"", "strict", bad_byte)
