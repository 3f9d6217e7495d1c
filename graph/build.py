"""Building: from everything in the library to the stored graph and the search index."""

from __future__ import annotations

from dataclasses import dataclass

from graph import analytics, bulk, fold, instruments, library, stores
from graph import progress as progress_room


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built: how many of each, and the edges that the ontology does not allow and that were left out."""

    documents: int
    nodes: int
    edges: int
    conflicts: int
    fulfilled: int
    left_out: tuple[str, ...]


@bulk.uncollected()
def folded(held: library.Library, progress: progress_room.Progress = progress_room.silent) -> fold.Folded:
    """The library's graph, not yet measured, under its judgements and its scheme of instruments."""
    documents = tuple(held.held())
    progress("fold", 0, len(documents))
    made = fold.folded(documents, held.judgements(), instruments.load(held.path))
    progress("fold", len(documents), len(documents))
    return made


@bulk.uncollected()
def build(
    held: library.Library, store: stores.Store, progress: progress_room.Progress = progress_room.silent
) -> BuildReport:
    """Fold all readings and judgements, measure, write the store, index; the library notes what was built."""
    version = held.version()
    made = folded(held, progress)
    graph = analytics.measure(made.graph)
    store.write(graph, progress)
    held.index(graph, progress)
    held.set_built(version)
    kinds = [e.type for e in graph.edges]
    documents = sum(n.label == "Document" for n in graph.nodes)
    return BuildReport(documents, len(graph.nodes), len(graph.edges), kinds.count("CONFLICTS_WITH"),
                       kinds.count("FULFILS"), made.left_out)  # fmt: skip
