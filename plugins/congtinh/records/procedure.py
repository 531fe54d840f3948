"""Administrative procedures (content-model.md, E.10; Nghị định số 63/2010/NĐ-CP, Điều 8 khoản 2)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.case_figures import case_counts, case_faults, to_come
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.procedure_fields import ProcedureFields
from congtinh.records.procedure_parts import is_told, says_none
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import lookup_key

PROCEDURES = "procedures"
"""The measure that counts procedures by their level."""
GIVEN, NONE, NATIONAL, MISSING = "given", "none", "national", "missing"
"""A part is there; is said not to exist; is left to the national record; is not told at all."""
IN_FORCE, AMENDED, ABOLISHED = "con-hieu-luc", "sua-doi", "bai-bo"
_FIELDS = {
    "ten": "title",
    "trinh-tu": "steps",
    "cach-thuc": "ways",
    "ho-so": "dossier",
    "thoi-han": "time_limit",
    "doi-tuong": "who",
    "co-quan": "office",
    "mau-don": "forms",
    "ket-qua": "result",
    "yeu-cau": "conditions",
    "phi": "fee",
}
"""The parts of the decree to the fields that editors write them in."""
FIXED = tuple(_FIELDS)[:7]
_CODE = re.compile(r"\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2,3})?")
_POSTED = Bilingual("Đăng thủ tục hành chính sau khi công bố", "Posting a procedure after it was announced")


class Procedure(ProcedureFields):
    """What a citizen does to get a decision, licence or service from a public office."""

    type_label: ClassVar = Bilingual("Thủ tục hành chính", "Administrative procedure")
    list_label: ClassVar = Bilingual("Thủ tục hành chính", "Administrative procedures")
    path: ClassVar = Bilingual("thu-tuc", "procedures")
    index_template: ClassVar = "procedures.html"
    default_section: ClassVar = ("43:18",)
    schema_org: ClassVar = "GovernmentService"
    states: ClassVar = "procedure_states"
    label_field: ClassVar = "level"
    day_questions: ClassVar = ("visible", "state_on", "coming_states")
    facets: ClassVar = (
        Facet("field", Bilingual("linh-vuc", "field"), Bilingual("Lĩnh vực", "Field"), "fields"),
        Facet("level", Bilingual("muc-do", "level"), Bilingual("Mức độ dịch vụ công", "Service level"), "service_levels"),
        Facet("who", Bilingual("doi-tuong", "applicants"), Bilingual("Đối tượng", "Applicants"), "applicants"),
    )

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        """In force until the day that it was amended or abolished; without a day since ever."""
        state = self.state or IN_FORCE
        if state == IN_FORCE or self.state_since is None:
            return ((None, state),)
        return (None, IN_FORCE), (self.state_since, state)

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.date.date() if self.date else dt.date.min, self.code or "", self.id or "")

    @property
    def limit_days(self) -> int | None:
        """The working days that the law allows: as written, else the most of any way."""
        if self.time_limit_days is not None:
            return self.time_limit_days
        return max((way.days for way in self.ways or () if way.days is not None), default=None)

    def parts(self) -> Mapping[str, str]:
        """Each of the eleven parts, by its code, to what is known of it."""
        return {code: self._part(code) for code in _FIELDS}

    def _part(self, code: str) -> str:
        if code in FIXED:
            return GIVEN if self._is_given(code) else NATIONAL if self.national_url else MISSING
        if code in (self.without or ()) or self._says_none(code):
            return NONE
        return GIVEN if self._is_given(code) else NATIONAL if self.national_url else MISSING

    def _is_given(self, code: str) -> bool:
        ways = self.ways or ()
        if code == "thoi-han":
            return is_told(self.time_limit) or self.limit_days is not None or any(is_told(w.term) for w in ways)
        if code == "co-quan":
            return bool(self.office) or is_told(self.office_name)
        if code == "ho-so":
            return bool(self.dossier) and bool(self.copies or any(p.originals or p.copies for p in self.dossier or ()))
        if code == "mau-don":
            return bool(self.forms) or any(paper.form or paper.file for paper in self.dossier or ())
        if code == "phi":
            return is_told(self.fee) or any(is_told(way.fee) for way in ways)
        value = getattr(self, _FIELDS[code])
        return is_told(value) if isinstance(value, str) else any(map(_is_something, value or ()))

    def _says_none(self, code: str) -> bool:
        if code == "phi" and not self.fee:
            told = [way.fee for way in self.ways or () if is_told(way.fee)]
            return bool(told) and all(map(says_none, told))
        value = getattr(self, _FIELDS[code])
        words = [value] if isinstance(value, str) else list(value or ())
        return len(words) == 1 and isinstance(words[0], str) and says_none(words[0])

    @property
    def missing_parts(self) -> tuple[str, ...]:
        """Codes of the parts that nothing tells of, in the order of the decree."""
        return tuple([code for code, told in self.parts().items() if told == MISSING])

    def counts(self) -> Iterator[Count]:
        """The item, the procedure from its posting to its end by its level, and its cases."""
        yield Count(ITEMS)
        if self.state != ABOLISHED or self.state_since:
            yield Count(PROCEDURES, self.level or "")
        if self.state == ABOLISHED and self.state_since:
            yield Count(PROCEDURES, self.level or "", -1, f"{self.id} {ABOLISHED}", self.state_since)
        for one in self.case_counts or ():
            yield from case_counts(one, (self.id or "").partition("/")[2])

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """Posting after the decision that announced it was signed (NĐ 63/2010, Điều 24 khoản 2)."""
        if self.announced_on or self.announced_by:
            limit = _LIMITS[self.announced_as or "tinh"]
            posted = self.date.date() if self.date else None
            yield Clock(_POSTED, self.announced_on, posted, after=self.announced_by or "", limit=limit, each=True)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from self._identity_faults(vocabularies)
        yield from self._part_faults(vocabularies)
        for place, one in enumerate(self.case_counts or (), 1):
            severity = Severity.WARNING if self.legacy else Severity.ERROR
            yield from case_faults(one, severity, f"case_counts[{place}].")

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        for place, one in enumerate(self.case_counts or (), 1):
            yield from to_come(one, today, f"case_counts[{place}].")

    def _identity_faults(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        if self.code and not _CODE.fullmatch(self.code):
            yield Fault(
                "code",
                N_("is not the form of a national code"),
                N_("Write it as the national portal does: 1.013126 or 1.002345.000.00.00.H08"),
                Severity.WARNING,
                "E.10",
                self.code,
            )
        levels = vocabularies["service_levels"]
        if self.level and self.level not in levels:
            near = _levels_meant(self.level, vocabularies) or levels.codes
            yield Fault(
                "level",
                N_("is a level without its scale"),
                N_("Write the scale before it: {choices}"),
                rule="R26",
                value=self.level,
                params={"choices": ", ".join(near)},
            )
        term = levels.get(self.level or "")
        if term and term.flag("online") and not self.online_url and not self.national_url and self.state != ABOLISHED:
            yield Fault(
                "online_url",
                N_("is missing although the service is online"),
                N_("Write the address where applications are filed, or national_url"),
                self.completeness,
                "E.10",
            )
        if not self.announced_by and not self.announced_in:
            yield Fault(
                "announced_by",
                N_("is mandatory and missing"),
                N_("Write the decision that announced the procedure; announced_in where it is not on this site"),
                self.completeness,
                "R1",
            )

    def _part_faults(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        """Parts of the decree that nothing tells of; a conditional one is a warning, since it may not exist."""
        for code in self.missing_parts:
            if code == "ten":
                continue  # R1 tells of a missing title
            fixed = code in FIXED
            yield Fault(
                _FIELDS[code],
                N_("is not told: {part} (Decree 63/2010, Article 8(2))"),
                N_("Write it, or national_url where the national portal has it")
                if fixed
                else N_("Write it, or name it under without: {code} where the procedure has none"),
                self.completeness if fixed else Severity.WARNING,
                "E.10",
                params={"part": vocabularies["procedure_parts"].get(code).label, "code": code},  # type: ignore[union-attr]
            )


def _is_something(value: object) -> bool:
    return is_told(value) if isinstance(value, str) else value is not None


_LIMITS = {
    "tinh": "procedure-posting-province",
    "bo": "procedure-posting-ministry",
    "rut-gon": "procedure-posting-shortened",
}


def _levels_meant(words: str, vocabularies: Vocabularies) -> list[str]:
    """The levels that words without a scale may mean: “4”, “mức độ 4”, “toàn trình”."""
    plain = lookup_key(words)
    digit = re.search(r"[1-4]", plain)
    found = []
    for term in vocabularies["service_levels"]:
        level = term.code.partition(":")[2]
        label = lookup_key(term.label.vi.partition(" (")[0])
        english = lookup_key(term.label.en.partition(" (")[0])
        if (digit and level == digit[0]) or plain in (level, label) or plain in english:
            found.append(term.code)
    return found
