"""A real client that speaks to a real server over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
from click.testing import CliRunner
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from newslint.cli.main import main

DIRTY = "The bridge &amp; the road are gone. pic.twitter.com/AbCdEf1234 Nobody was hurt.\n"
EMOJI = "👍🏽 The bridge &amp; the road are gone.\n"
LIMIT = 30


class Editor(LanguageClient):
    """An editor that remembers what the server sent."""

    def __init__(self, folder: Path) -> None:
        super().__init__("editor", "1")
        self.folder = folder
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator] # pygls has no types here
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        @self.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator] # as above
        def told(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext") -> str:
        uri = name if ":" in name else self.uri(name)
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, version: int, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        identifier = types.VersionedTextDocumentIdentifier(version, uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [whole]))

    async def next(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.published.get(), LIMIT)

    async def actions(
        self, uri: str, line: int, character: int, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        place = types.Position(line, character)
        found = await self.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                types.Range(place, place),
                types.CodeActionContext([], only),
            )
        )
        return [item for item in found or [] if isinstance(item, types.CodeAction)]


def capabilities(
    encodings: list[types.PositionEncodingKind] | None = None, *, pull: bool = False
) -> types.ClientCapabilities:
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=encodings),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
        ),
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pull else None
        ),
    )


def edit(
    folder: Path,
    work: Callable[[Editor, types.InitializeResult], Coroutine[None, None, None]],
    able: types.ClientCapabilities | None = None,
) -> None:
    """Start a server, let the editor work, and stop it as the protocol asks."""

    async def run() -> None:
        editor = Editor(folder)
        await editor.start_io(sys.executable, "-m", "newslint", "lsp")
        params = types.InitializeParams(able or capabilities(), root_uri=folder.as_uri())
        result = await asyncio.wait_for(editor.initialize_async(params), LIMIT)
        editor.initialized(types.InitializedParams())
        try:
            await asyncio.wait_for(work(editor, result), 2 * LIMIT)
        finally:
            await asyncio.wait_for(editor.shutdown_async(None), LIMIT)
            editor.exit(None)
            await editor.stop()  # type: ignore[no-untyped-call] # as above

    asyncio.run(run())


def applied(text: str, edits: list[types.TextEdit], units: Callable[[str], int]) -> str:
    """Apply edits as an editor does, later ones first."""
    lines = text.split("\n")

    def offset(place: types.Position) -> int:
        line = lines[place.line]
        ends = (end for end in range(len(line) + 1) if units(line[:end]) == place.character)
        return sum(len(before) + 1 for before in lines[: place.line]) + next(ends)

    for item in sorted(edits, key=lambda change: offset(change.range.start), reverse=True):
        text = text[: offset(item.range.start)] + item.new_text + text[offset(item.range.end) :]
    return text


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def edits_of(action: types.CodeAction) -> list[types.TextEdit]:
    assert action.edit is not None
    [change] = action.edit.document_changes or []
    assert isinstance(change, types.TextDocumentEdit)
    return [item for item in change.edits if isinstance(item, types.TextEdit)]


def test_an_opened_text_gets_its_diagnostics(tmp_path: Path) -> None:
    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.txt", DIRTY)
        sent = await editor.next()
        assert (sent.uri, sent.version) == (uri, 1)
        found = [(item.code, item.severity, item.source) for item in sent.diagnostics]
        error = types.DiagnosticSeverity.Error
        assert ("EMB101", error, "newslint") in found
        [link] = [item for item in sent.diagnostics if item.code == "EMB101"]
        start, end = link.range.start.character, link.range.end.character
        assert DIRTY[start:end] == "pic.twitter.com/AbCdEf1234"

    edit(tmp_path, work)


def test_unsaved_changes_are_linted_once_the_writer_pauses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing is wrong with what is saved.\n")

    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.txt", "Nothing is wrong here.\n")
        assert not (await editor.next()).diagnostics
        for version in range(2, 12):
            editor.change(uri, version, DIRTY * (version - 1))
        sent = await editor.next()
        assert sent.version == 11
        assert max(item.range.start.line for item in sent.diagnostics) == 9
        assert editor.published.empty()
        editor.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )
        assert not (await editor.next()).diagnostics

    edit(tmp_path, work)


@pytest.mark.parametrize(
    ("encoding", "start"),
    [
        (None, utf16("👍🏽 The bridge ")),
        (types.PositionEncodingKind.Utf16, utf16("👍🏽 The bridge ")),
        (types.PositionEncodingKind.Utf8, len("👍🏽 The bridge ".encode())),
        (types.PositionEncodingKind.Utf32, len("👍🏽 The bridge ")),
    ],
)
def test_columns_are_counted_as_was_agreed(
    tmp_path: Path, encoding: types.PositionEncodingKind | None, start: int
) -> None:
    async def work(editor: Editor, result: types.InitializeResult) -> None:
        agreed = encoding or types.PositionEncodingKind.Utf16
        assert result.capabilities.position_encoding == agreed
        uri = editor.open("a.txt", EMOJI)
        [entity] = (await editor.next()).diagnostics
        assert entity.range.start == types.Position(0, start)
        assert entity.range.end == types.Position(0, start + 5)
        assert await editor.actions(uri, 0, start, ["quickfix"])
        assert not await editor.actions(uri, 0, start - 3, ["quickfix"])

    edit(tmp_path, work, capabilities([encoding] if encoding else None))


def test_lines_are_those_of_editors(tmp_path: Path) -> None:
    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.txt", "One.\x0cTwo.\u2028Three.\n")
        await editor.next()
        editor.change(uri, 2, "One.\x0cTwo.\u2028Three.\r\nThe road &amp; the bridge.\r\n")
        entities = [item for item in (await editor.next()).diagnostics if item.code == "MRK301"]
        assert [item.range.start for item in entities] == [types.Position(1, 9)]

    edit(tmp_path, work)


def test_quick_fixes_prefer_the_safe_ones(tmp_path: Path) -> None:
    text = "👍🏽 " + DIRTY

    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.txt", text)
        by_code = {item.code: item for item in (await editor.next()).diagnostics}
        safe = by_code["MRK301"].range.start
        [action] = await editor.actions(uri, safe.line, safe.character, ["quickfix"])
        assert action.is_preferred
        assert applied(text, edits_of(action), utf16) == text.replace("&amp;", "&")
        unsafe = by_code["EMB101"].range.start
        [action] = await editor.actions(uri, unsafe.line, unsafe.character, ["quickfix"])
        assert not action.is_preferred
        assert [item.code for item in action.diagnostics or []] == ["EMB101"]
        assert "pic.twitter" not in applied(text, edits_of(action), utf16)

    edit(tmp_path, work)


def test_fix_all_applies_the_safe_fixes_only(tmp_path: Path) -> None:
    text = "👍🏽 " + DIRTY + "The road &quot;A5&quot; is open.\n"

    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.txt", text)
        await editor.next()
        for only in (["source"], ["source.fixAll"], ["source.fixAll.newslint"]):
            [action] = await editor.actions(uri, 0, 0, only)
            assert action.kind == "source.fixAll.newslint"
        fixed = applied(text, edits_of(action), utf16)
        assert fixed == text.replace("&amp;", "&").replace("&quot;", '"')
        assert await editor.actions(uri, 0, 0, ["source.fixAll.other"]) == []
        editor.change(uri, 2, fixed)
        assert [item.code for item in (await editor.next()).diagnostics] == ["EMB101"]
        assert await editor.actions(uri, 0, 0, ["source"]) == []

    edit(tmp_path, work)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<h1>Bridge</h1>\n  <p>" + DIRTY + "</p>\n"),
        ("a.md", "# Bridge\n\n" + DIRTY),
        ("b.md", "Nothing is wrong with this line,\nbut it goes on.\n" + DIRTY),
        ("untitled:One", "* One\n  * " + DIRTY),
    ],
)
def test_a_line_can_be_left_as_it_is(tmp_path: Path, name: str, text: str) -> None:
    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open(name, text, "markdown")
        found = (await editor.next()).diagnostics
        [place] = [item.range.start for item in found if item.code == "EMB101"]
        offered = await editor.actions(uri, place.line, place.character, ["quickfix"])
        [leave] = [action for action in offered if "disable" in action.title]
        after = applied(text, edits_of(leave), utf16)
        line = text.splitlines()[place.line]
        indent = line[: len(line) - len(line.lstrip())]
        comment = f"{indent}<!-- newslint-disable-next-line EMB101 -- reason -->\n"
        assert after == text.replace(line, comment + line)
        editor.change(uri, 2, after)
        assert "EMB101" not in [item.code for item in (await editor.next()).diagnostics]

    edit(tmp_path, work)


def test_a_plain_text_takes_no_comment(tmp_path: Path) -> None:
    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.txt", DIRTY)
        await editor.next()
        offered = await editor.actions(uri, 0, DIRTY.index("pic"), ["quickfix"])
        assert len(offered) == 1

    edit(tmp_path, work)


def test_a_hover_explains_the_rule_and_shows_nothing_of_the_text(tmp_path: Path) -> None:
    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.txt", DIRTY)
        await editor.next()
        identifier = types.TextDocumentIdentifier(uri)
        place = types.Position(0, DIRTY.index("AbCd"))
        hover = await editor.text_document_hover_async(types.HoverParams(identifier, place))
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        assert hover.contents.value.startswith("**EMB101 tweet-media-link** (error)")
        assert "AbCdEf1234" not in hover.contents.value
        clean = types.HoverParams(identifier, types.Position(0, 1))
        assert await editor.text_document_hover_async(clean) is None

    edit(tmp_path, work)


def test_an_editor_that_pulls_is_not_pushed_to(tmp_path: Path) -> None:
    async def work(editor: Editor, result: types.InitializeResult) -> None:
        assert result.capabilities.diagnostic_provider is not None
        uri = editor.open("a.txt", DIRTY)
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        report = await editor.text_document_diagnostic_async(params)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        assert "EMB101" in [item.code for item in report.items]
        assert editor.published.empty()

    edit(tmp_path, work, capabilities(pull=True))


def test_the_nearest_configuration_counts_and_is_read_again(tmp_path: Path) -> None:
    config = tmp_path / "newslint.yaml"
    config.write_text("ignore: [EMB]\n")

    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("copy/a.txt", DIRTY)
        assert [item.code for item in (await editor.next()).diagnostics] == ["MRK301"]
        config.write_text("selct: [EMB]\n")
        editor.change(uri, 2, DIRTY + "\n")
        assert not (await editor.next()).diagnostics
        [message] = editor.messages
        assert "the key “selct” is unknown. Did you mean “select”?" in message
        config.write_text("select: [EMB]\n")
        editor.change(uri, 3, DIRTY)
        assert [item.code for item in (await editor.next()).diagnostics] == ["EMB101"]

    (tmp_path / "copy").mkdir()
    edit(tmp_path, work)


def test_a_baseline_holds_in_the_editor(tmp_path: Path) -> None:
    (tmp_path / "newslint.yaml").write_text("baseline: baseline.json\n")
    (tmp_path / "baseline.json").write_text("no baseline")

    async def work(editor: Editor, _: types.InitializeResult) -> None:
        editor.open("a.txt", DIRTY)
        assert not (await editor.next()).diagnostics
        assert "baseline" in editor.messages[0]

    edit(tmp_path, work)


def test_records_are_shown_where_they_stand_in_the_file(tmp_path: Path) -> None:
    text = '{"text": "ok \\ud800"}\n{"text": "Caf\\u00e9 &amp; bar", "id": 1}\n'

    async def work(editor: Editor, _: types.InitializeResult) -> None:
        uri = editor.open("a.jsonl", text)
        found = (await editor.next()).diagnostics
        [entity] = [item for item in found if item.code == "MRK301"]
        column = text.splitlines()[1].index("&amp;")
        assert entity.range.start == types.Position(1, column)
        [action] = await editor.actions(uri, 1, column, ["source"])
        assert applied(text, edits_of(action), utf16) == text.replace("&amp;", "&")

    edit(tmp_path, work)


@pytest.mark.parametrize("text", ["", "\0\x01", "\ufeffThe the road.", "a\r\rb", "\ud800 x"])
def test_no_text_ends_the_server(tmp_path: Path, text: str) -> None:
    async def work(editor: Editor, _: types.InitializeResult) -> None:
        editor.open("untitled:One", text, "markdown")
        await editor.next()
        editor.open("b.txt", DIRTY)
        assert "EMB101" in [item.code for item in (await editor.next()).diagnostics]

    edit(tmp_path, work)


def test_without_pygls_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(sys.modules):
        if name.startswith(("pygls", "newslint.editor")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    done = CliRunner().invoke(main, ["lsp"])
    assert done.exit_code == 2
    assert 'pip install "newslint[lsp]"' in done.stderr
