from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.sources.decoding import BinaryDataError, decode


@given(st.binary(max_size=60))
def test_what_was_decoded_encodes_to_the_same_bytes(data: bytes) -> None:
    try:
        decoded = decode(data)
    except (BinaryDataError, UnicodeDecodeError):
        return
    assert decoded.encode(decoded.text) == data


@pytest.mark.parametrize(
    ("data", "text", "encoding", "bad_byte"),
    [
        (b"caf\xc3\xa9", "café", "utf-8", None),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", "utf-8", None),
        ("café".encode("utf-16"), "café", "utf-16-le", None),
        (b"caf\xe9 \x93ok\x94", "café “ok”", "cp1252", 3),
        (b"caf\xc3\xa9 caf\xe9", "café caf\udce9", "utf-8", 9),
        (b"a\x81b\xff", "a\x81bÿ", "latin-1", 1),
    ],
)
def test_decoding(data: bytes, text: str, encoding: str, bad_byte: int | None) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.bad_byte) == (text, encoding, bad_byte)


def test_binary_data_is_no_text() -> None:
    with pytest.raises(BinaryDataError):
        decode(b"\x7fELF\x00\x01")
