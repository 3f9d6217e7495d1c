"""Adding documents by upload, or trying again what could not be read: into the library, then the graph anew, with progress."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages import data, texts, widgets
from app_pages.widgets import el
from graph import build, library, progress, stores
from ingest import pipeline

# A table comes with its mapping, a yaml file.
_KINDS = ["txt", "md", "html", "htm", "pdf", "docx", "zip", "csv", "tsv", "xlsx", "yaml"]

_FOLDER = "uploaded"


class Upload(Protocol):
    """A file as the browser sends it."""

    name: str

    def getvalue(self) -> bytes:
        """Its bytes."""


def show_empty() -> None:
    """Say what to do when nothing is there yet."""
    widgets.show(widgets.notice(texts.say("empty.title"), texts.say("empty.about")), "empty")
    _, middle, _ = st.columns([1, 2, 1])
    with middle:
        _show_form()
        command = el(
            "p",
            texts.say("empty.command"),
            el("span", "policy-graph ingest FOLDER && policy-graph build", cls="code"),
            cls="quiet",
        )
        widgets.show(command, "empty.command")


def show_upload() -> None:
    """A folded form below a page."""
    with st.expander(texts.say("upload.title")):
        _show_form()


def _show_form() -> None:
    with st.form("upload", border=False):
        speak(_KINDS)
        left, right = st.columns(2)
        files = left.file_uploader(texts.say("upload.label"), _KINDS, accept_multiple_files=True)
        folder = right.file_uploader(texts.say("upload.folder"), _KINDS, accept_multiple_files="directory")
        sent = st.form_submit_button(texts.say("upload.go"), type="primary")
    if sent and (files or folder):
        _take([*files, *folder])


def speak(kinds: Sequence[str]) -> None:
    """Give a field for files, whose own words are English on every page, words in the page's language: style.css shows them instead."""
    limit = texts.say("upload.limit", most=st.get_option("server.maxUploadSize"), kinds=texts.listed(kinds).upper())
    button = texts.say("upload.button")
    st.html(f"<style>:root {{ --upload-button: '{button}'; --upload-limit: '{limit}'; }}</style>")


def _take(files: Sequence[Upload]) -> None:
    """The files are written into a folder whose name is always the same, since a document's name begins with it: what is
    sent again is known again."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / _FOLDER
        folder.mkdir()
        for file in files:
            place = folder / label(file.name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.getvalue())
        _show(lambda shelf, say: pipeline.ingest(shelf, [folder], say))


def label(name: str) -> PurePosixPath:
    """A browser's name of a file as a path that stays inside any folder: of a file in a folder with the folders around it.

    >>> str(label("plans/../../etc/plan.txt"))
    'plans/etc/plan.txt'
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("..", "/")]
    return PurePosixPath(*parts) if parts else PurePosixPath("file")


def retry(names: Sequence[str]) -> None:
    """Read again what could not be read."""
    _show(lambda shelf, say: pipeline.retry(shelf, names, say))


def _show(read: Callable[[library.Library, progress.Progress], pipeline.Report]) -> None:
    """Read into the library, build where something came of it, and tell what did."""
    bar = st.progress(0.0)
    say = _progress(bar)
    with library.open_library(data.folder()) as shelf:
        report = read(shelf, say)
        if report.new or report.changed:
            _build(shelf, say)
    bar.empty()
    st.success(
        texts.say(
            "upload.done",
            new=len(report.new),
            changed=len(report.changed),
            same=len(report.same),
            failed=len(report.failed),
        )
    )
    for name, reason in report.failed:
        st.text(texts.say("upload.failed", name=name, reason=texts.own(reason)))


def _build(shelf: library.Library, say: progress.Progress) -> None:
    store = stores.open_store(data.target(), writable=True)
    try:
        build.build(shelf, store, say)
    finally:
        store.close()


def _progress(bar: DeltaGenerator) -> progress.Progress:
    def say(stage: str, done: int, total: int) -> None:
        words = texts.say("upload.stage", stage=texts.say(f"upload.stage.{stage}"), done=done, total=total)
        bar.progress(min(1.0, done / total) if total else 0.0, text=words)

    return say
