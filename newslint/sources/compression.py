"""Compressed files: unpacked while they are read, packed again while they are written."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from typing import Any, BinaryIO, cast

PACKED = (".gz", ".zst")
# A little at a time: a byte of a hostile file can unpack to 32,000.
_PACKED_CHUNK = 1 << 11
_CHUNK = 1 << 18
_GZIP = 16 + zlib.MAX_WBITS
_MISSING = "it needs the package zstandard; install newslint[zst]"


def bare_name(name: str) -> str:
    """Return a file's name without the suffix of its compression.

    >>> bare_name("news.jsonl.gz")
    'news.jsonl'
    """
    for suffix in PACKED:
        if name.lower().endswith(suffix):
            return name[: -len(suffix)]
    return name


def unpacked(name: str, stream: BinaryIO) -> BinaryIO:
    """Return a stream of the content of a file, which is unpacked if its name says so.

    Reading raises OSError where the packed data are damaged or cut off.

    Args:
        name: the file's name.
        stream: its bytes.
    """
    lower = name.lower()
    if lower.endswith(".gz"):
        return cast("BinaryIO", BufferedReader(_Unpacking(stream, _gzip), _CHUNK))
    if lower.endswith(".zst"):
        return cast("BinaryIO", BufferedReader(_Unpacking(stream, _zstandard), _CHUNK))
    return stream


def packed(name: str, chunks: Iterable[bytes]) -> Iterable[bytes]:
    """Return the chunks of a file as they are to be written.

    Args:
        name: the file's name.
        chunks: its content.
    """
    lower = name.lower()
    if lower.endswith(".gz"):
        return _packing(zlib.compressobj(wbits=_GZIP), chunks)
    if lower.endswith(".zst"):
        import zstandard  # noqa: PLC0415

        return _packing(zstandard.ZstdCompressor().compressobj(), chunks)
    return chunks


def _packing(packer: Any, chunks: Iterable[bytes]) -> Iterator[bytes]:  # noqa: ANN401 - of two libraries
    for chunk in chunks:
        yield packer.compress(chunk)
    yield packer.flush()


def _gzip() -> Any:  # noqa: ANN401
    return zlib.decompressobj(_GZIP)


def _zstandard() -> Any:  # noqa: ANN401
    try:
        import zstandard  # noqa: PLC0415
    except ImportError as error:
        raise OSError(0, _MISSING) from error
    return zstandard.ZstdDecompressor().decompressobj()


class _Unpacking(RawIOBase):
    """Packed data as a stream of what they hold, member after member."""

    def __init__(self, stream: BinaryIO, unpacker: Any) -> None:  # noqa: ANN401
        self._stream = stream
        self._new = unpacker
        self._unpacker: Any = None
        self._rest = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - a writable buffer
        while not self._ready:
            packed_part = self._rest or self._stream.read(_PACKED_CHUNK)
            self._rest = b""
            if not packed_part:
                if self._unpacker is not None:
                    raise OSError(0, "its compressed data are cut off")
                return 0
            self._ready = memoryview(self._unpack(packed_part))
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _unpack(self, data: bytes) -> bytes:
        if self._unpacker is None:
            self._unpacker = self._new()
        try:
            found: bytes = self._unpacker.decompress(data)
        except Exception as error:
            raise OSError(0, f"its compressed data are damaged ({error})") from error
        if self._unpacker.eof:
            self._rest = self._unpacker.unused_data
            self._unpacker = None
        return found

    def close(self) -> None:
        self._stream.close()
        super().close()
