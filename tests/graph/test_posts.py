"""Posts: which office of which body a text gives a person, and that one name with one post is one person."""

from __future__ import annotations

import pytest

from graph import evidence, fold, library, posts
from ingest import reading

POSTS = {
    "body and office before the name": ("科学技术部部长王志刚出席会议。", {"王志刚": "科学技术部部长"}),
    "two offices": ("广西壮族自治区科学技术厅党组书记、厅长李明主持。", {"李明": "广西壮族自治区科学技术厅厅长"}),
    "an office without a body": ("厅长李明主持会议，科学技术部出席。", {}),
    "a body that only stands beside": ("科学技术部和部长王志刚出席会议。", {}),
    "a body in another sentence": ("支持科学技术部。部长王志刚出席。", {}),
    "no office": ("科学技术部王志刚出席会议。", {}),
}


def read(text: str) -> evidence.Reading:
    bodies = [("Agency", name) for name in ("科学技术部", "广西壮族自治区科学技术厅") if name in text]
    people = [("Person", name) for name in ("王志刚", "李明") if name in text]
    return evidence.Reading(
        reading.read(text, "0" * 64, "a").document,
        entities=tuple(
            evidence.Entity(name, label, name, mentions=(evidence.Mention(evidence.Span(text.index(name), text.index(name) + len(name), name), "named"),))
            for label, name in (*bodies, *people)
        ),
    )  # fmt: skip


@pytest.mark.parametrize(("text", "found"), POSTS.values(), ids=POSTS)
def test_a_post_stands_between_its_body_and_the_name(text: str, found: dict[str, str]) -> None:
    read_of = read(text)
    bodies = {e.id: e.name for e in read_of.entities if e.type == "Agency"}
    assert posts.held_by(text, read_of, bodies) == found


def people(*texts: str) -> dict[str, str | None]:
    """The persons of these documents: their ids with their roles."""
    held = [library.Held(evidence.Source(str(n)), text, read(text)) for n, text in enumerate(texts)]
    return {n.id: n.properties.get("role") for n in fold.fold(held).nodes if n.label == "Person"}  # type: ignore[misc]


def test_one_name_with_one_post_is_one_person_and_its_role_says_why() -> None:
    same = people("科学技术部部长王志刚出席会议。", "科学技术部党组书记、部长王志刚讲话。")
    assert same == {"Person/王志刚@科学技术部部长": "科学技术部部长"}


def test_one_name_with_two_posts_or_none_stays_two() -> None:
    assert len(people("科学技术部部长王志刚出席会议。", "广西壮族自治区科学技术厅厅长王志刚主持。")) == 2
    assert len(people("科学技术部部长王志刚出席会议。", "王志刚等代表：")) == 2
