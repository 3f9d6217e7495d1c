"""From the board to the scene: entities with their mentions, refs in order, who speaks where."""

from __future__ import annotations

from graph import evidence, ids
from ingest import scene
from ingest.resolve.board import Board, Draft


def scene_of(board: Board) -> scene.Scene:
    """The scene that relating works on."""
    entities: dict[str, evidence.Entity] = {}
    refs: list[scene.Ref] = []
    named: dict[int, str] = {}
    for draft in {id(d): d for d in board.drafts.values() if d.refs}.values():
        entity = _entity(board, draft, entities)
        entities[entity.id] = entity
        named[id(draft)] = entity.id
        once = {(s, e): (s, e, r) for s, e, r in draft.refs}
        refs += [scene.Ref(s, e, entity.id, draft.type, r) for s, e, r in once.values()]
    refs.sort(key=lambda r: (r.start, -r.end, r.type))
    author = named.get(id(board.author)) if board.author else None
    return scene.Scene(
        board.shadow, board.outline, entities, tuple(refs), author, _voices(board, refs),
        tuple((s, e, named[id(d)]) for s, e, d in board.turns if id(d) in named),
        named.get(id(board.teller)) if board.teller else None,
    )  # fmt: skip


def _entity(board: Board, draft: Draft, taken: dict[str, evidence.Entity]) -> evidence.Entity:
    mentions = {}
    for start, end, reason in draft.refs:
        span = board.shadow.span(start, end)
        mentions[(span.start, span.end)] = evidence.Mention(span, reason)
    others = {*draft.composed, *_plainer(draft)}
    aliases = tuple(sorted({n for n in others if n != draft.name and len(n) > 1}))
    node = ids.node(draft.type, draft.name)
    while node in taken:
        node += "'"
    return evidence.Entity(
        node,
        draft.type,
        draft.name,
        aliases,
        tuple(mentions[k] for k in sorted(mentions)),
        tuple(sorted(draft.props.items())),
    )


def _voices(board: Board, refs: list[scene.Ref]) -> dict[int, str]:
    voices = {}
    for section in board.outline.sections:
        if section.voice:
            start, end = section.voice
            inside = [r for r in refs if r.type in ("Agency", "Organization") and start <= r.start and r.end <= end]
            if inside:
                voices[section.index] = inside[-1].entity
    return voices


def _plainer(draft: Draft) -> set[str]:
    """昆明国家高新技术产业开发区 goes by the name without its rank too."""
    return (
        {draft.name.replace("国家高新", "高新", 1)}
        if draft.type == "HighTechZone" and not draft.name.startswith("国家")
        else set()
    )
