"""The parts of a procedure as its page tells them, in the order of the decree (NĐ 63/2010, Điều 8 khoản 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from congtinh.model import Item
from congtinh.pages.downloads import attached
from congtinh.pages.parts import Link
from congtinh.pages.procedure_parts import ToldPart
from congtinh.pages.procedure_words import (
    Told,
    fee_of,
    fee_words,
    in_language,
    lines_of,
    term_of,
    time_of,
)
from congtinh.pages.site import Site, written_in
from congtinh.pages.tables import Cell, Table
from congtinh.records.procedure import GIVEN, NONE, Procedure
from congtinh.records.procedure_parts import Paper, Way


class ToldProcedure:
    """One procedure in the language of its page; Vietnamese words that an English file inherits keep theirs."""

    def __init__(self, site: Site, item: Item) -> None:
        assert isinstance(item.record, Procedure)
        self.site, self.item, self.record = site, item, item.record
        other = site.model.counterpart(item) if item.lang == "en" else None
        self._vietnamese = other.record if other else None

    def lang(self, name: str) -> str:
        """The language of a field's words: empty where it is that of the page."""
        told = self._vietnamese
        return "vi" if told is not None and getattr(told, name) == getattr(self.record, name) else ""

    def parts(self) -> Iterator[ToldPart]:
        """The parts that are told, or said not to exist."""
        states = self.record.parts()
        for term in self.site.model.vocabularies["procedure_parts"]:
            make = _MAKERS.get(term.code)
            title = term.label.of(self.site.language)
            if make and states[term.code] == GIVEN:
                yield make(self, f"part-{term.code}", title)
            elif make and states[term.code] == NONE:
                yield ToldPart(f"part-{term.code}", title, note=self._nothing(term.code))

    def _nothing(self, code: str) -> str:
        return self.site.say("No fee") if code == "phi" else self.site.say("None")

    def steps(self, id: str, title: str) -> ToldPart:
        lines = lines_of(self.record.steps)
        numbered = len(lines) > 1 and not any(one.depth or one.text.startswith(("Bước", "Step")) for one in lines)
        return ToldPart(id, title, lines, self.lang("steps"), numbered)

    def ways(self, id: str, title: str) -> ToldPart:
        say = self.site.say
        rows = [self._way(way) for way in self.record.ways or ()]
        has_notes = any(row[3].text for row in rows)
        head = (say("Way"), title_of(self.site, "thoi-han"), title_of(self.site, "phi"), say("Note"))
        width = 4 if has_notes else 3
        cut = tuple([row[:width] for row in rows])
        return ToldPart(id, title, table=Table(f"{id}-table", title, head[:width], cut, stacked=True))

    def _way(self, way: Way) -> tuple[Cell, ...]:
        fee = fee_words(self.site, in_language(self.site, way.fee, way.fee_en))
        note = in_language(self.site, way.note, way.note_en)
        told = (time_of(self.site, way), fee, note)
        return (Cell(self.site.label("application_ways", way.way)), *map(_cell, told))

    def dossier(self, id: str, title: str) -> ToldPart:
        say = self.site.say
        head = (say("Paper"), say("Originals"), say("Copies"), say("Form"))
        rows = tuple([self._paper(paper) for paper in self.record.dossier or ()])
        sets = self.record.copies
        note = say("Number of sets: {n}").format(n=sets) if sets else ""
        return ToldPart(id, title, table=Table(f"{id}-table", title, head, rows, note=note, stacked=True))

    def _paper(self, paper: Paper) -> tuple[Cell, ...]:
        name = in_language(self.site, paper.name, paper.name_en)
        file = self.site.model.attachments.get(self.item.files.get(paper.file or "", ""))
        form = Cell(
            paper.form or (file.name if file else ""),
            address=file.address if file else "",
            lang=written_in(paper.form or ""),
        )
        return _cell(name), _count(paper.originals), _count(paper.copies), form

    def time_limit(self, id: str, title: str) -> ToldPart:
        told = term_of(self.site, self.record, self.lang("time_limit"))
        note = "" if told.text else self.site.say("It depends on the way of applying: see above.")
        return self._told(id, title, told, note)

    def who(self, id: str, title: str) -> ToldPart:
        labels = tuple([self.site.label("applicants", one) for one in self.record.who or ()])
        return ToldPart(id, title, lines_of(tuple([f"- {label}" for label in labels])))

    def office(self, id: str, title: str) -> ToldPart:
        record, site = self.record, self.site
        unit = site.link(site.model.find("unit", record.office, site.language))
        named = unit or Link(record.office_name or record.office or "", lang=self.lang("office_name"))
        further = (
            (site.say("Decided by: {office}"), "authority"),
            (site.say("With: {office}"), "partners"),
            (site.say("Applications are received at: {office}"), "place"),
        )
        lines = [said.format(office=value) for said, name in further if (value := getattr(record, name))]
        return ToldPart(id, title, lines_of(tuple(lines)), self.lang("authority"), links=(named,))

    def forms(self, id: str, title: str) -> ToldPart:
        record = self.record
        kept = attached(self.site, self.item, record.forms or ())
        named = [f"- {paper.form}" for paper in record.dossier or () if paper.form and not paper.file]
        note = self.site.say("The forms named in the dossier are on the national portal.") if named and not kept else ""
        lines = lines_of(tuple(dict.fromkeys(named)))
        return ToldPart(id, title, lines, written_in("".join(named)), downloads=kept, note=note)

    def result(self, id: str, title: str) -> ToldPart:
        return ToldPart(id, title, lines_of(self.record.result), self.lang("result"))

    def conditions(self, id: str, title: str) -> ToldPart:
        return ToldPart(id, title, lines_of(self.record.conditions), self.lang("conditions"))

    def fee(self, id: str, title: str) -> ToldPart:
        told = fee_of(self.site, self.record, self.lang("fee"))
        note = "" if told.text else self.site.say("It depends on the way of applying: see above.")
        return self._told(id, title, told, note)

    def _told(self, id: str, title: str, told: Told, note: str) -> ToldPart:
        return ToldPart(id, title, lines_of((told.text,)) if told.text else (), told.lang, note=note)


def title_of(site: Site, code: str) -> str:
    """The title of a part of the decree."""
    return site.label("procedure_parts", code)


def _cell(told: Told) -> Cell:
    return Cell(told.text, lang=told.lang)


def _count(value: int | None) -> Cell:
    return Cell(number=value) if value is not None else Cell()


_Maker = Callable[[ToldProcedure, str, str], ToldPart]
_MAKERS: dict[str, _Maker] = {
    "trinh-tu": ToldProcedure.steps,
    "cach-thuc": ToldProcedure.ways,
    "ho-so": ToldProcedure.dossier,
    "thoi-han": ToldProcedure.time_limit,
    "doi-tuong": ToldProcedure.who,
    "co-quan": ToldProcedure.office,
    "mau-don": ToldProcedure.forms,
    "ket-qua": ToldProcedure.result,
    "yeu-cau": ToldProcedure.conditions,
    "phi": ToldProcedure.fee,
}
