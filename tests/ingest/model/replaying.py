"""A server on loopback that speaks the OpenAI-compatible protocol and replays recorded answers."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Replay(ThreadingHTTPServer):
    """Answers are chosen by a piece of the question; `asked` are the requests with their headers."""

    def __init__(self, answers: dict[str, Any], status: int = 200) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers, self.status = answers, status
        self.asked: list[tuple[dict[str, str], dict[str, Any]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: Replay

    def do_GET(self) -> None:
        self._send({"data": [{"id": "recorded-1"}, {"id": "recorded-2"}]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((dict(self.headers), body))
        asked = body["messages"][-1]["content"]
        answer = next((a for piece, a in self.server.answers.items() if piece in asked), {"entities": [], "claims": []})
        content = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
        self._send({"choices": [{"message": {"role": "assistant", "content": content}}]})

    def _send(self, answer: Any) -> None:
        data = json.dumps(answer, ensure_ascii=False).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def replay(answers: dict[str, Any], status: int = 200) -> Iterator[Replay]:
    """The server while the block runs."""
    with Replay(answers, status) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
