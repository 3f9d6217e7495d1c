"""The doctor tells a hardened server from a soft one, both real."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import stores
from graph.stores import hardened
from tests.neo4j import server

TOLD = ("dbms.security.allow", "internal.dbms.cypher", "db.transaction.timeout", "dbms.memory")
SOFT = "".join(f"{line}\n" for line in server.CONF.splitlines() if not line.startswith(TOLD))


def safe(address: str) -> dict[str, bool]:
    store = stores.open_store(address)
    try:
        return {finding.setting: finding.safe for finding in hardened.findings(store)}
    finally:
        store.close()


@pytest.mark.neo4j
def test_a_hardened_server_lacks_only_passwords(neo4j_url: str) -> None:
    assert [name for name, fine in safe(neo4j_url).items() if not fine] == ["dbms.security.auth_enabled"]


@pytest.mark.neo4j
def test_a_soft_server_is_told(tmp_path: Path) -> None:
    with server.running(tmp_path, SOFT) as address:
        found = safe(address)
    assert not any(found[name] for name in (
        "dbms.security.allow_csv_import_from_file_urls", "internal.dbms.cypher_ip_blocklist", "db.transaction.timeout",
    ))  # fmt: skip


def test_every_setting_is_in_the_handbook() -> None:
    text = (Path(__file__).parents[2] / "docs" / "neo4j.md").read_text("utf-8")
    assert [line for line in (*hardened._SAFE, hardened.BLOCKLIST) if f"`{line}`" not in text] == []
