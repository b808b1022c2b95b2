"""The language server: what editors ask, answered from snapshots of open texts."""

from __future__ import annotations

import asyncio
from importlib import metadata
from pathlib import Path

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from newslint.baseline import BaselineError
from newslint.config import ConfigError
from newslint.editor import actions
from newslint.editor.linters import Linters
from newslint.editor.snapshot import Snapshot
from newslint.ruleset.model import Rule, RuleError
from newslint.ruleset.selection import SelectionError

PAUSE = 0.25
"""Seconds without a change after which a text is linted again."""

_SUFFIXES = {"markdown": ".md", "html": ".html"}


class Server(LanguageServer):
    """A language server with the linters of its workspace."""

    def __init__(self) -> None:
        # Whole texts: pygls applies partial changes by the lines of `str.splitlines`, which
        # also breaks at U+2028 and form feeds, where no editor does.
        full = types.TextDocumentSyncKind.Full
        super().__init__("newslint", metadata.version("newslint"), text_document_sync_kind=full)
        self._linters = Linters()
        self._snapshots: dict[str, Snapshot] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._told = ""

    def snapshot(self, uri: str) -> Snapshot | None:
        """Return a text as it stands now; None if the configuration cannot be used."""
        document = self.workspace.get_text_document(uri)
        path = to_fs_path(uri)
        root = Path(self.workspace.root_path or ".")
        directory = Path(path).parent if path else root
        try:
            configured = self._linters.of(directory.resolve())
            configured.screening()
        except (BaselineError, ConfigError, RuleError, SelectionError) as error:
            self._tell(str(error))
            return None
        self._told = ""
        encoding = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16")
        name = path or f"untitled{_SUFFIXES.get(document.language_id or '', '.txt')}"
        fresh = Snapshot(uri, document.version, name, document.source, encoding.value, configured)
        if self._snapshots.get(uri) != fresh:
            self._snapshots[uri] = fresh
        return self._snapshots[uri]

    def publish(self, uri: str) -> None:
        """Send the diagnostics of a text, unless the editor asks for them by itself."""
        if self.supports("text_document.diagnostic"):
            return
        if snapshot := self.snapshot(uri):
            self._send(uri, snapshot.diagnostics(), snapshot.version)
        else:
            self._send(uri, [])

    def publish_soon(self, uri: str) -> None:
        """Send the diagnostics of a text once it has not changed for a moment."""
        self._cancel(uri)
        loop = asyncio.get_running_loop()
        self._timers[uri] = loop.call_later(PAUSE, self.publish, uri)

    def forget(self, uri: str) -> None:
        """Drop what is known of a text that was closed, and its diagnostics."""
        self._cancel(uri)
        self._snapshots.pop(uri, None)
        self._send(uri, [])

    def supports(self, capability: str) -> bool:
        """Say whether the editor has a capability, by its dotted name."""
        return bool(get_capability(self.client_capabilities, capability))

    def _send(
        self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None
    ) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, diagnostics, version)
        )

    def _cancel(self, uri: str) -> None:
        if timer := self._timers.pop(uri, None):
            timer.cancel()

    def _tell(self, problem: str) -> None:
        """Show a problem to the person, once until it changes."""
        if problem != self._told:
            self._told = problem
            error = types.MessageType.Error
            self.window_show_message(types.ShowMessageParams(error, f"newslint: {problem}"))


def make_server() -> Server:
    """Return a server that knows its features."""
    server = Server()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.publish_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC)
    def pulled(params: types.DocumentDiagnosticParams) -> types.RelatedFullDocumentDiagnosticReport:
        snapshot = server.snapshot(params.text_document.uri)
        return types.RelatedFullDocumentDiagnosticReport(snapshot.diagnostics() if snapshot else [])

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=actions.KINDS)
    )
    def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        snapshot = server.snapshot(params.text_document.uri)
        if snapshot is None:
            return []
        versioned = server.supports("workspace.workspace_edit.document_changes")
        found = actions.actions(snapshot, params.range, params.context.only, versioned=versioned)
        return list(found)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        snapshot = server.snapshot(params.text_document.uri)
        place = types.Range(params.position, params.position)
        found = list(snapshot.touching(place)) if snapshot else []
        if snapshot is None or not found:
            return None
        pages = [_page(snapshot.rule(item.code)) for item in found]
        contents = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(pages))
        return types.Hover(contents, snapshot.range(found[0].span))

    return server


def _page(rule: Rule) -> str:
    """Return what a rule says of itself; nothing of the text, which Markdown would obey."""
    fix = f"\n\nIts fix is {rule.fix.applicability.value}." if rule.fix else ""
    return f"**{rule.code} {rule.name}** ({rule.severity.value})\n\n{rule.explanation}{fix}"
