"""What the rows of a table state: claims between the things of a row, and sums of money, each with its cells."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from graph import evidence, ids, ontology
from ingest.tables import mapping, reasons, values
from ingest.tables.things import Thing
from ingest.tables.view import Text, View

Named = Mapping[str, list[Thing]]


class Statements:
    """The claims and sums of one file, whose id and voice go into each of them."""

    def __init__(self, document: str, publisher: str | None) -> None:
        self.document, self.publisher = document, publisher
        self.claims: dict[str, evidence.Claim] = {}
        self.grants: dict[str, evidence.Grant] = {}
        self._equal: dict[str, int] = {}

    def record(self, view: View, named: Named, told: evidence.Pairs) -> None:
        """Take in what the current row states of the things that it names."""
        for claim in view.spec.claims:
            if view.holds(claim.when):
                self._claim(view, claim, named, told)
        for grant in view.spec.grants:
            if view.holds(grant.when):
                self._grant(view, grant, named, told)

    def _speaker(self, label: str, named: Named) -> str | None:
        things = named.get(label)
        return things[0].id if things else self.publisher

    # -- claims ------------------------------------------------------------------------------------------------

    def _claim(self, view: View, spec: mapping.Claim, named: Named, told: evidence.Pairs) -> None:
        subjects, targets = named.get(spec.subject), named.get(spec.object)
        if not subjects or not targets:
            return
        status, time = view.status(spec.status), view.time(spec.time)
        if status is None:
            return
        beside = [text for value in (spec.status, spec.time) if value is not None and (text := view.text(value))]
        for subject, target in product(subjects, targets):
            if subject.id != target.id:
                self._state(
                    view, spec, (subject, target), (status, time), beside, self._speaker(spec.stated_by, named), told
                )

    def _state(
        self, view: View, spec: mapping.Claim, ends: tuple[Thing, Thing], when: tuple[evidence.Status, str], beside: list[Text],
        speaker: str | None, told: evidence.Pairs,
    ) -> None:  # fmt: skip
        subject, target = ends
        if not ontology.load().allows(subject.type, spec.predicate, target.type):
            view.fault(target.text, reasons.no_relation(spec.predicate, subject.type, target.type))
            return
        rests = [text.span for text in (target.text, subject.text, *beside) if text.span is not None]
        if not rests:
            return
        status, time = when
        identity = ids.statement(
            "c", self.document, subject.id, spec.predicate, target.id, status, time, ids.fold_text(rests[0].text)
        )
        if identity not in self.claims:
            self.claims[identity] = evidence.Claim(
                identity, subject.id, spec.predicate, target.id, status, rests[0], time, speaker, origin="table",
                qualifiers=(*told, _cells(rests)),
            )  # fmt: skip

    # -- sums --------------------------------------------------------------------------------------------------

    def _grant(self, view: View, spec: mapping.Grant, named: Named, told: evidence.Pairs) -> None:
        text = view.text(spec.amount)
        if text is None or text.span is None:
            return
        amount = values.amount(text.words, spec.unit or self._unit(view, text))
        status = view.status(spec.status)
        if amount is None:
            view.fault(text, reasons.NO_SUM if values.number(text.words) is None else reasons.NO_UNIT)
        if amount is None or status is None or not amount.value:
            return
        if spec.beneficiary and not named.get(spec.beneficiary):
            view.fault(text, reasons.NO_RECEIVER)
        parts = [view.text(value) for value in (spec.amount, spec.year, spec.projects, spec.status)]
        ends = [things[0] for label in (spec.fund, spec.agency, spec.beneficiary) if (things := named.get(label))]
        rests = [t.span for t in (*parts, *(e.text for e in ends)) if t is not None and t.span is not None]
        self._sum(view, spec, named, amount, status, text.span, (*told, _cells(rests)))

    def _unit(self, view: View, text: Text) -> str:
        return view.head.unit(text.span.cell.column) if text.span and text.span.cell else ""

    def _sum(
        self, view: View, spec: mapping.Grant, named: Named, amount: values.Amount, status: evidence.Status, quote: evidence.Span,
        qualifiers: evidence.Pairs,
    ) -> None:  # fmt: skip
        fund, agency, beneficiary = (
            things[0].id if (things := named.get(label)) else None
            for label in (spec.fund, spec.agency, spec.beneficiary)
        )
        year = self._figure(view, spec.year, values.year, reasons.NO_YEAR)
        projects = self._figure(view, spec.projects, values.number, reasons.NO_NUMBER)
        identity = self._identity(ids.statement(
            "g", self.document, fund or "", agency or "", beneficiary or "", f"{amount.value}", amount.currency,
            str(year or ""), status, ids.fold_text(quote.text),
        ))  # fmt: skip
        self.grants[identity] = evidence.Grant(
            identity, amount.value, status, quote, fund, agency, beneficiary, amount.currency, amount.lower, None,
            None if year is None else int(year), None if projects is None else int(projects), spec.kind,
            self._speaker(spec.stated_by, named), qualifiers=qualifiers,
        )  # fmt: skip

    @staticmethod
    def _figure(view: View, value: mapping.Value | None, read: values.Figure, reason: str) -> float | None:
        text = view.text(value)
        found = read(text.words) if text else None
        if text is not None and found is None:
            view.fault(text, reason)
        return found

    def _identity(self, key: str) -> str:
        """The id of a sum: equal sums in rows that otherwise differ are sums of their own, told apart by their order."""
        times = self._equal[key] = self._equal.get(key, 0) + 1
        return key if times == 1 else ids.statement("g", key, str(times))


def _cells(rests: list[evidence.Span]) -> tuple[str, evidence.Scalar]:
    """All cells that a statement rests on, the quoted one first."""
    return "cells", " ".join(dict.fromkeys(span.cell.place for span in rests if span.cell is not None))
