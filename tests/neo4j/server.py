"""A real Neo4j on a free port of this machine, its jars fetched through Maven and started by pid.

``python -m tests.neo4j.server --prefetch`` fetches the jars and makes the class archive, so that later starts take
seconds. POLICY_GRAPH_NEO4J names another folder for both than ``.make/neo4j``.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j

from graph import errors, neo4j_import

ROOT = Path(__file__).resolve().parents[2]
POM = Path(__file__).with_name("pom.xml")
PLACE = Path(os.environ.get("POLICY_GRAPH_NEO4J") or ROOT / ".make" / "neo4j").absolute()
JARS, ARCHIVE = PLACE / "lib", PLACE / "cds.jsa"
START = 180.0
MAIN = "org.neo4j.server.CommunityEntryPoint"
FLAGS = (
    "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Dlog4j2.disable.jmx=true",
    "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)  # fmt: skip
# No password and no way out: bound to this machine, no web server, no reading of files or the network from Cypher.
CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
internal.server.bolt.thread_pool_shutdown_wait_time=0s
internal.server.bolt.connection_shutdown_wait_time=0s
server.directories.import=import
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
db.transaction.timeout=120s
dbms.memory.transaction.total.max=256m
"""


def prefetch() -> None:
    """Fetch the jars and make the class archive, where they are not there yet."""
    _fetch()
    _archive()


def _fetch() -> None:
    if JARS.is_dir() and any(JARS.glob("neo4j-5*.jar")):
        return
    # Into a folder beside, then renamed: a fetch that was cut off leaves nothing that looks complete.
    PLACE.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=PLACE))
    subprocess.run(
        [_tool("mvn"), "-B", "-q", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime",
         f"-DoutputDirectory={fresh}"], check=True,
    )  # fmt: skip
    shutil.rmtree(JARS, ignore_errors=True)
    fresh.rename(JARS)


def _archive() -> None:
    if ARCHIVE.exists():
        return
    part = ARCHIVE.with_suffix(f".{os.getpid()}")
    with tempfile.TemporaryDirectory() as home, _started(Path(home), f"-XX:ArchiveClassesAtExit={part}"):
        pass
    if part.exists():
        part.rename(ARCHIVE)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise errors.MissingTool(f"{name} is missing; on Debian: apt-get install maven openjdk-17-jre-headless")
    return found


@contextmanager
def running(home: Path, conf: str = CONF) -> Iterator[str]:
    """A server with its data under `home`; gives its Bolt address and stops it in the end."""
    prefetch()
    with _started(home, f"-XX:SharedArchiveFile={ARCHIVE}", conf) as address:
        yield address


@contextmanager
def _started(home: Path, archive: str, settings: str = CONF) -> Iterator[str]:
    port = _free_port()
    conf = home / "conf"
    conf.mkdir(parents=True, exist_ok=True)
    (conf / "neo4j.conf").write_text(settings.format(port=port), "utf-8")
    jars = os.pathsep.join(sorted(str(jar) for jar in JARS.glob("*.jar")))
    command = [_tool("java"), *FLAGS, archive, "-cp", jars, MAIN, f"--home-dir={home}", f"--config-dir={conf}"]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=home)
    try:
        _wait(process, port, home / "server.log")
        yield f"bolt://127.0.0.1:{port}"
    finally:
        _stop(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Poll the port first: a driver that asks too early backs off for half a minute."""
    until = time.monotonic() + START
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > until:
            raise errors.StoreError(f"Neo4j did not start: {log.read_text('utf-8', 'replace')[-2000:]}")
        time.sleep(0.1)
    with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}") as driver, driver.session() as session:
        session.run("RETURN 1").consume()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def import_offline(folder: Path, home: Path, memory: str = "512m") -> None:
    """Run the server's offline importer on the files in `folder`; the database comes to lie under `home`."""
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    jars = os.pathsep.join(sorted(str(jar) for jar in JARS.glob("*.jar")))
    subprocess.run(
        ["java", f"-Xmx{memory}", "-cp", jars, "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j",
         f"@{neo4j_import.ARGUMENTS}"],
        cwd=folder, check=True, capture_output=True, env=os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
    )  # fmt: skip


def main(arguments: list[str]) -> None:
    """Fetch what a server needs; without --prefetch, also start one and say how long that took."""
    prefetch()
    if "--prefetch" in arguments:
        return
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home, running(Path(home)) as address:
        sys.stdout.write(f"{address} after {time.monotonic() - began:.1f} s; Enter stops it\n")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    main(sys.argv[1:])
