"""Rules on administrative procedures: what they rest on, their English, their counts (E.10, R10, R12, R26)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.identities import meaning_of
from congtinh.model import Item
from congtinh.records.case_count import CaseCount
from congtinh.records.case_figures import CaseFigures, period_of
from congtinh.records.legal_document import LegalDocument
from congtinh.records.procedure import ABOLISHED, Procedure
from congtinh.rules.site_content import SiteContent
from congtinh.validity.faults import cause_of
from congtinh.validity.register import Register
from congtinh.validity.states import NOT_YET

_ANNOUNCING = "cong-bo-tthc"


def problems(content: SiteContent) -> Iterator[Problem]:
    """What is wrong between procedures and the rest of the site."""
    procedures = list(content.each_once("procedure"))
    counted = _periods(content, procedures)
    yield from _announced(content, procedures)
    if procedures:
        yield from _based(content, procedures)
        yield from _same_code(procedures)
    in_english = {item.id for item in content.of_type("procedure", "en")}
    for item in procedures:
        record = item.record
        assert isinstance(record, Procedure)
        if record.state != ABOLISHED and record.status == "published":
            yield from _in_english(item, record, item.id in in_english)
            yield from _counted(content, item, record, bool(counted[item.id]))
        yield from _overlapping(counted[item.id])


def _based(content: SiteContent, procedures: list[Item]) -> Iterator[Problem]:
    """R10: a procedure that is applied must not rest on a document that no longer holds."""
    records = {
        item.id: item.record
        for item in content.each_once("legal_document")
        if isinstance(item.record, LegalDocument)
    }
    register = Register(records, meaning_of(content.references), content.vocabularies)
    meant, states = meaning_of(content.references), content.vocabularies["validity"]
    for item in procedures:
        record = item.record
        assert isinstance(record, Procedure)
        if record.state_on(content.today) == ABOLISHED:
            continue
        for place, basis in enumerate(record.basis or (), 1):
            target = meant(basis.target)
            if target is None or target not in records:
                continue
            state = register.state(target, content.today)
            term = states.get(state.code)
            if term is None or term.flag("binding") or state.code == NOT_YET:
                continue
            yield Problem(
                item.path,
                N_("no longer holds: {state}, {cause}"),
                N_("Name what applies now"),
                f"basis[{place}]",
                basis.target,
                severity=record.completeness,
                rule="R10",
                params={"state": term.label, "cause": cause_of(state, register, content.vocabularies)},
            )


def _in_english(item: Item, record: Procedure, has_english: bool) -> Iterator[Problem]:
    """R12: what foreigners can use stands in English too (NĐ 43/2011, Điều 13)."""
    if record.foreigners and not has_english:
        yield Problem(
            item.path,
            N_("says that foreigners use it, and has no English file"),
            N_("Write the English file beside it, with at least its title and summary"),
            "foreigners",
            severity=Severity.WARNING,
            rule="R12",
        )


def _counted(content: SiteContent, item: Item, record: Procedure, has_counts: bool) -> Iterator[Problem]:
    """R26: for an online service the cases handled are told (NĐ 43/2011, Điều 18 khoản 3)."""
    term = content.vocabularies["service_levels"].get(record.level or "")
    if term and term.flag("counted") and not has_counts:
        yield Problem(
            item.path,
            N_("announces an online service without counts of its cases"),
            N_("Write case_counts here, or files in content/case_count; 0 where there was none"),
            "level",
            record.level,
            severity=Severity.WARNING,
            rule="R26",
        )


def _same_code(procedures: list[Item]) -> Iterator[Problem]:
    """A national code names one procedure."""
    first: dict[str, str] = {}
    for item in procedures:
        code = getattr(item.record, "code", None)
        if code and first.setdefault(code, item.path) != item.path:
            yield Problem(
                item.path,
                N_("is the code of {other} too"),
                N_("Correct one of the two"),
                "code",
                code,
                severity=item.record.completeness,
                rule="E.10",
                params={"other": first[code]},
            )


def _announced(content: SiteContent, procedures: list[Item]) -> Iterator[Problem]:
    """A decision that announces procedures and the procedures that it announces name each other (A3.4)."""
    meant = meaning_of(content.references)
    named = Counter(meant(getattr(item.record, "announced_by", None) or "") for item in procedures)
    for item in content.each_once("legal_document"):
        record = item.record
        if isinstance(record, LegalDocument) and record.doc_class == _ANNOUNCING and not named[item.id]:
            yield Problem(
                item.path,
                N_("announces procedures, and no procedure of the site names it"),
                N_("Write its file name under announced_by of the procedures that it announces"),
                severity=Severity.WARNING,
                rule="E.10",
            )


def _periods(content: SiteContent, procedures: list[Item]) -> dict[str, list[tuple[Item, str, CaseFigures]]]:
    """Id of each procedure to the periods that its cases are told for, with file and field."""
    found: dict[str, list[tuple[Item, str, CaseFigures]]] = {item.id: [] for item in procedures}
    for item in procedures:
        for place, one in enumerate(getattr(item.record, "case_counts", None) or (), 1):
            found[item.id].append((item, f"case_counts[{place}].period", one))
    for row in content.each_once("case_count"):
        record = row.record
        assert isinstance(record, CaseCount)
        identity = content.references.get(("procedure", record.procedure or ""), "")
        if identity in found:
            found[identity].append((row, "period", record))
    return found


def _overlapping(rows: list[tuple[Item, str, CaseFigures]]) -> Iterator[Problem]:
    """R23: cases of one day are told once, or totals count them twice."""
    told = sorted(
        ((period, item, field) for item, field, one in rows if (period := period_of(one.period))),
        key=lambda row: (row[0].start, row[0].end, row[1].path),
    )
    last = None
    for period, item, field in told:
        if last is not None and period.start <= last.end:
            yield Problem(
                item.path,
                N_("overlaps another period of the same procedure, {other}"),
                N_("Tell the cases of a day once: by month, or by quarter, or by year"),
                field,
                severity=Severity.WARNING,
                rule="R23",
                params={"other": last.label},
            )
        last = period if last is None or period.end > last.end else last
