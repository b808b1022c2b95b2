from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli.main import main
from newslint.sources import records
from newslint.sources.base import Fields, Input
from newslint.sources.compression import packed, unpacked

PACK: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("suffix", PACK)
@given(chunks=st.lists(st.binary(max_size=5000)))
def test_what_is_packed_is_unpacked(suffix: str, chunks: list[bytes]) -> None:
    data = b"".join(packed(f"a{suffix}", chunks))
    assert unpacked(f"a{suffix}", io.BytesIO(data)).read() == b"".join(chunks)


@pytest.mark.parametrize("suffix", PACK)
def test_files_put_one_after_another_are_read_whole(suffix: str) -> None:
    data = PACK[suffix](b"one") + PACK[suffix](b"two")
    assert unpacked(f"A{suffix.upper()}", io.BytesIO(data)).read() == b"onetwo"


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("damage", ["cut", "turned"])
def test_a_damaged_file_is_one_note_and_is_not_written(
    suffix: str, damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "".join(
        json.dumps({"id": number, "text": f"The vote {number * 7919} ended.The end."}) + "\n"
        for number in range(5000)
    )
    data = bytearray(PACK[suffix](lines.encode()))
    if damage == "cut":
        del data[-40:]
    else:
        data[-60:-50] = b"\xff" * 10
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(data)
    containers = list(records.read(Input(str(path), path), Fields()))
    notes = [note for item in containers for note in item.notes]
    assert [note.code for note in notes] == ["NWL101"]
    assert "compressed data" in notes[0].values["reason"]
    with pytest.raises(SystemExit) as ended:
        main(["check", "--isolated", "--fix", "--select", "NWL", str(path)])
    assert ended.value.code == 2
    assert "was not written" in capsys.readouterr().err
    assert path.read_bytes() == data


@pytest.mark.parametrize("suffix", PACK)
def test_a_fixed_file_is_packed_again_with_only_the_edits_changed(
    suffix: str, tmp_path: Path
) -> None:
    line = b'{ "n":1.50, "text" : "caf\\u00e9 &amp;amp; bar","x":[ ] }\r\n'
    path = tmp_path / f"a.ndjson{suffix}"
    path.write_bytes(PACK[suffix](line + b'{"text": "stays"}'))
    with pytest.raises(SystemExit):
        main(["check", "--isolated", "--fix", "--select", "MRK", str(tmp_path)])
    with path.open("rb") as stream:
        assert (
            unpacked(path.name, stream).read()
            == line.replace(b"&amp;amp;", b"&") + b'{"text": "stays"}'
        )


def test_a_long_line_is_one_note_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST_LINE", 1 << 10)
    for length, end in ((1 << 10, b"\n"), (5000, b"\n"), (5000, b"")):
        data = b'{"text": "one"}\n' + b"x" * length + end + (end and b'{"text": "two"}\n')
        containers = list(records.read(Input("a.jsonl", data=data), Fields()))
        assert b"".join(item.raw for item in containers) == data
        found = [loaded for item in containers for loaded in item.documents()]
        assert [note.code for loaded in found for note in loaded.notes] == ["NWL104"]
        lines = [loaded.document.record.line for loaded in found if loaded.document.record]
        assert lines == ([1, 2, 3] if end else [1, 2])
