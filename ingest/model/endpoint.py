"""An OpenAI-compatible endpoint: which models it offers, and one answer in JSON to a list of messages."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph import errors

SECONDS = 120.0
LARGEST = 4_000_000  # bytes of an answer; proposals for one piece of a document are a few thousand


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address such as http://localhost:11434/v1, the key that it wants, if any, and the model to ask."""

    url: str
    key: str = ""
    model: str = ""

    def models(self) -> list[str]:
        """Ids of the models offered there. Raises ModelError when none is, or nothing answers."""
        answer = self._call("/models", None)
        rows = answer.get("data")
        found = (
            [str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row] if isinstance(rows, list) else []
        )
        if not found:
            raise errors.ModelError(f"{self.url} offers no model")
        return found

    def complete(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> dict[str, Any]:
        """The model's answer, which the endpoint is asked to hold to the JSON schema. Raises ModelError."""
        form = {"type": "json_schema", "json_schema": {"name": "proposals", "strict": True, "schema": schema}}
        asked = {"model": self.model, "messages": list(messages), "temperature": 0, "response_format": form}
        answer = self._call("/chat/completions", asked)
        try:
            made = json.loads(answer["choices"][0]["message"]["content"])
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise errors.ModelError(f"{self.url} gave no JSON proposals: {error!r}") from error
        if not isinstance(made, dict):
            raise errors.ModelError(f"{self.url} gave no JSON object")
        return made

    def _call(self, path: str, body: Mapping[str, Any] | None) -> dict[str, Any]:
        if not self.url.startswith(("http://", "https://")):
            raise errors.ModelError(f"{self.url} is no http address; give one such as http://localhost:11434/v1")
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.key}"} if self.key else {})
        data = json.dumps(body, ensure_ascii=False).encode() if body is not None else None
        try:
            request = urllib.request.Request(self.url + path, data, headers)
            with urllib.request.urlopen(request, timeout=SECONDS) as response:
                answer = json.loads(response.read(LARGEST))
        except (OSError, ValueError, http.client.HTTPException) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            raise errors.ModelError(f"the model at {self.url} gives no answer: {reason}") from error
        if not isinstance(answer, dict):
            raise errors.ModelError(f"{self.url} is no OpenAI-compatible endpoint")
        return answer
