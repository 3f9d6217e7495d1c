"""The address of a real Neo4j server, started once for all tests that need one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.neo4j import server


@pytest.fixture(scope="session")
def neo4j_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Bolt address of a server without password; whoever uses it replaces the whole graph."""
    with server.running(tmp_path_factory.mktemp("neo4j")) as address:
        yield address
