"""Which settings of a Neo4j server are unsafe for a graph that people query, and how to change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph import errors, stores

BLOCKLIST = "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0"
# Port 9 is never served: the server says that the address is blocked, or that nobody answers there.
_PROBE = "LOAD CSV FROM 'http://127.0.0.1:9/' AS line RETURN line"
_NONE = frozenset(("", "0", "0s", "0B", "0.00B", "No Value", "<No Value>"))


@dataclass(frozen=True, slots=True)
class Finding:
    """A setting, whether it is safe, and the line for neo4j.conf that makes it so."""

    setting: str
    safe: bool
    line: str


def findings(store: stores.Store) -> list[Finding]:
    """The settings that matter, each as safe or not. Raises StoreError when the user may not see settings."""
    try:
        held = {
            str(name): str(value)
            for name, value in store.run("SHOW SETTINGS YIELD name, value RETURN name, value").rows
        }
    except errors.QueryError as error:
        raise errors.StoreError(f"this user may not see the server's settings: {error}") from error
    found = [Finding(line.partition("=")[0], safe(held), line) for line, safe in _SAFE.items()]
    return [*found, Finding("internal.dbms.cypher_ip_blocklist", _blocked(store), BLOCKLIST)]


def _limited(held: Mapping[str, str], name: str) -> bool:
    return str(held.get(name, "")) not in _NONE


_SAFE: dict[str, Callable[[Mapping[str, str]], bool]] = {
    "dbms.security.auth_enabled=true": lambda held: _value(held, "dbms.security.auth_enabled") == "true",
    "dbms.security.allow_csv_import_from_file_urls=false":
        lambda held: _value(held, "dbms.security.allow_csv_import_from_file_urls") == "false",
    "dbms.security.procedures.unrestricted=":
        lambda held: not _limited(held, "dbms.security.procedures.unrestricted"),
    "db.transaction.timeout=30s": lambda held: _limited(held, "db.transaction.timeout"),
    "dbms.memory.transaction.total.max=256m": lambda held: _limited(held, "dbms.memory.transaction.total.max"),
}  # fmt: skip


def _value(held: Mapping[str, str], name: str) -> str:
    return str(held.get(name, "")).lower()


def _blocked(store: stores.Store) -> bool:
    """Whether the server refuses to call an address; the setting itself is not shown."""
    try:
        store.run(_PROBE, timeout=10)
    except errors.QueryError as error:
        return "block" in str(error).lower()
    return False
