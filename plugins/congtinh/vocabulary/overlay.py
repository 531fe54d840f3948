"""A department's own vocabulary files, laid over those of the package, with their faults."""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from congtinh.errors import N_, Problem, Severity
from congtinh.languages import LANGUAGES
from congtinh.vocabulary.criteria import criterion_faults, set_faults
from congtinh.vocabulary.cutoffs import cut_off_faults
from congtinh.vocabulary.entries import Entries, Entry, KeyFault, frozen_keys, vocabulary_of
from congtinh.vocabulary.expected import EXPECTED, TYPES, rows_of
from congtinh.vocabulary.figures import CONDITIONS, figure_faults
from congtinh.vocabulary.holidays import HOLIDAYS, day_fault, kind_faults
from congtinh.vocabulary.number_gaps import line_faults
from congtinh.vocabulary.public_information import elsewhere_faults
from congtinh.vocabulary.scorecards import (
    change_faults,
    limit_faults,
    lost_point_faults,
    review_faults,
    score_faults,
)
from congtinh.vocabulary.terms import NAMING_KEYS, Vocabulary, lookup_key

_CODE = re.compile(r"[a-z0-9đ][a-z0-9đ._:-]*")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


Check = Callable[[Mapping[str, object], Mapping[str, Entries]], Iterable[KeyFault]]
"""Finds the faults in the keys of one term, which may name codes of all vocabularies."""

_CHECKS: Mapping[str, Check] = {
    "public_information": elsewhere_faults,
    "number_gaps": line_faults,
    HOLIDAYS: kind_faults,
    "cutoffs": cut_off_faults,
    "coverage": limit_faults,
    "reviews": review_faults,
    "lost_points": lost_point_faults,
    "scores": score_faults,
    "site_changes": change_faults,
    "criteria": criterion_faults,
    "criteria_sets": set_faults,
    "figures": figure_faults,
}

_ROWS = {HOLIDAYS, EXPECTED, "reviews", "lost_points", "scores", "site_changes", "criteria"}
"""Vocabularies whose entries nothing names: two of them may be called the same."""

_NAME_OTHERS = {"coverage", "criteria", "public_information", "reviews", "site_changes"}
"""Vocabularies whose entries name those of others, which are read before."""


def overlaid(
    package: Mapping[str, Entries], folder: Path
) -> tuple[dict[str, Entries], list[Problem]]:
    """``package`` with the files of ``folder`` laid over it, and their faults: ``*.toml``, and lists in CSV."""
    vocabularies = dict(package)
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml"), key=lambda path: (path.stem in _NAME_OTHERS, path)):
        file = VocabularyFile(path)
        if file.name in package:
            own = file.entries_over(vocabularies[file.name], vocabularies)
            vocabularies[file.name] = {**vocabularies[file.name], **own}
        else:
            file.tell_unknown(package)
        problems += file.problems
    for path in sorted(folder.glob(f"{EXPECTED}_*.csv")):
        listed = ExpectedFile(path)
        vocabularies[EXPECTED] = {**vocabularies[EXPECTED], **listed.entries_over({}, vocabularies)}
        problems += listed.problems
    return vocabularies, problems


def shared_name_problems(vocabulary: Vocabulary, package: Vocabulary) -> list[Problem]:
    """A warning for each name that an overlay made ambiguous.

    An English label may serve several terms: a director general heads more than one kind of body.
    Rows are no names: several days or tasks may be called the same.
    """
    if vocabulary.name in _ROWS:
        return []
    return [
        Problem(
            path=f"vocabulary/{vocabulary.name}.toml",
            field=codes[-1],
            value=name,
            message=N_("is a name of “{other}” too"),
            remedy=N_("Give each term names of its own"),
            severity=Severity.WARNING,
            params={"other": codes[0]},
        )
        for name, codes in sorted(vocabulary.shared_names.items())
        if package.shared_names.get(name) != codes and not _is_english_of_all(name, vocabulary)
    ]


def _is_english_of_all(name: str, vocabulary: Vocabulary) -> bool:
    bearers = [t for t in vocabulary if t.code in vocabulary.shared_names[name]]
    return all(lookup_key(t.label.en) == name for t in bearers)


class VocabularyFile:
    """One file ``content/vocabulary/<name>.toml`` and the faults found in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = vocabulary_of(path.stem)
        self.problems: list[Problem] = []
        self._text = ""

    def tell_unknown(self, known: Mapping[str, Entries]) -> None:
        """Say that no vocabulary has the name of this file."""
        near = difflib.get_close_matches(self.name, known, n=1) or sorted(known)
        names = ", ".join(f"{name}.toml" for name in near)
        self._tell(
            N_("is not the name of a vocabulary"),
            N_("Name the file {names}"),
            value=self.path.name,
            names=names,
        )

    def entries_over(self, package: Entries, every: Mapping[str, Entries]) -> Entries:
        """The sound entries of the file, each merged over the entry of the same code in ``package``."""
        return {
            code: Entry(code, {**(package[code].keys if code in package else {}), **keys})
            for code, written in self._tables().items()
            if (keys := self._checked(code, written, package, every)) is not None
        }

    def _tables(self) -> dict[str, object]:
        try:
            self._text = self.path.read_bytes().decode("utf-8-sig")
            return tomllib.loads(self._text)
        except UnicodeDecodeError:
            self._tell(N_("is not written in UTF-8"), N_("Save the file as UTF-8"))
        except tomllib.TOMLDecodeError as error:
            self._tell_broken(str(error))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._tell(N_("cannot be read: {reason}"), "", reason=reason)
        return {}

    def _tell_broken(self, error: str) -> None:
        place = _TOML_PLACE.search(error)
        line = int(place[1]) if place and place[1] else max(1, len(self._text.splitlines()))
        self._tell(
            N_("is not valid TOML: {reason}"),
            N_('Write each term as [code] with lines such as vi = "…" and en = "…" below it'),
            line=line,
            reason=_TOML_PLACE.sub("", error),
        )

    def _checked(
        self, code: str, written: object, package: Entries, every: Mapping[str, Entries]
    ) -> Mapping[str, object] | None:
        """The keys of one term, or ``None`` when a fault in it was told."""
        told = len(self.problems)
        if not isinstance(written, dict):
            self._tell_of(
                code,
                N_("is not a table"),
                N_("Write [{code}] on a line of its own, and vi and en below it"),
            )
            return None
        if not _CODE.fullmatch(code):
            self._tell_of(
                code,
                N_("is not a code"),
                N_("Use lowercase letters without marks, digits and hyphens"),
            )
        elif self.name == HOLIDAYS and (fault := day_fault(code, self.path.stem)):
            self._tell_of(code, *fault, value=code)
        self._check_labels(code, written, is_new=code not in package)
        for key, value in written.items():
            if key not in LANGUAGES and not (self.name == "figures" and key in CONDITIONS):
                self._check_type(code, key, value, _example(key, code, package))
        if check := _CHECKS.get(self.name):
            whole = {**_as_written(package[code]), **written} if code in package else written
            for key, value, message, remedy in check(whole, every):
                self._tell_of(code, message, remedy, field=f"{code}.{key}", value=value)
        return None if len(self.problems) > told else frozen_keys(written)

    def _check_labels(self, code: str, written: Mapping[str, object], is_new: bool) -> None:
        for language in LANGUAGES:
            label = written.get(language, None if is_new else "-")
            field = f"{code}.{language}"
            if not isinstance(label, str) or not label.strip():
                self._tell_of(
                    code,
                    N_("has no label in this language"),
                    N_('Write {key} = "…" below [{code}]'),
                    field=field,
                    key=language,
                )
            elif not unicodedata.is_normalized("NFC", label):
                self._tell_of(
                    code,
                    N_("has Vietnamese letters in decomposed form"),
                    N_("Type the label again with a Unicode keyboard (NFC)"),
                    field=field,
                )

    def _check_type(self, code: str, key: str, value: object, example: object) -> None:
        if isinstance(value, list):
            sound = isinstance(example, tuple) and all(isinstance(v, str) for v in value)
        else:
            sound = type(value) is type(example) or {type(value), type(example)} <= {int, float}
        if example is not None and not sound:
            self._tell_of(
                code,
                N_("has a value of the wrong kind"),
                N_("Write it as in this example: {key} = {example}"),
                field=f"{code}.{key}",
                value=str(value),
                key=key,
                example=_as_toml(example),
            )

    def _tell_of(
        self,
        code: str,
        message: str,
        remedy: str,
        *,
        field: str = "",
        value: str | None = None,
        **params: object,
    ) -> None:
        self._tell(
            message,
            remedy,
            field=field or code,
            value=value,
            line=self._line_of(code),
            code=code,
            **params,
        )

    def _tell(
        self,
        message: str,
        remedy: str,
        *,
        field: str = "",
        value: str | None = None,
        line: int | None = None,
        **params: object,
    ) -> None:
        self.problems.append(
            Problem(
                path=f"vocabulary/{self.path.name}",
                message=message,
                remedy=remedy,
                field=field,
                value=value,
                line=line,
                params=params,
            )
        )

    def _line_of(self, code: str) -> int | None:
        """The line that opens the table of ``code``, as far as a plain look can tell."""
        opening = re.compile(rf"""\s*\[?\s*["']?{re.escape(code)}["']?\s*[\]=.]""")
        lines = enumerate(self._text.splitlines(), 1)
        return next((number for number, line in lines if opening.match(line)), None)


class ExpectedFile(VocabularyFile):
    """One list ``content/vocabulary/expected_<type>.csv``: each row is a term."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.name = EXPECTED
        self._lines: dict[str, int] = {}

    def _tables(self) -> dict[str, object]:
        type_ = self.path.stem.removeprefix(f"{EXPECTED}_")
        if type_ not in TYPES:
            names = ", ".join(f"{EXPECTED}_{one}.csv" for one in TYPES)
            self._tell(N_("is not the name of a list of what is expected"), N_("Name the file {names}"), names=names)
            return {}
        try:
            self._text = self.path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            self._tell(N_("is not written in UTF-8"), N_("Save the file as UTF-8"))
            return {}
        found: dict[str, object] = {}
        for row in rows_of(self._text, type_):
            if len(row) == 3:
                found[row[0]], self._lines[row[0]] = row[1], row[2]
            else:
                path = f"vocabulary/{self.path.name}"
                self.problems.append(Problem(path, row[0], row[1], line=row[2], params=row[3]))
        return found

    def _line_of(self, code: str) -> int | None:
        return self._lines.get(code)


def _example(key: str, code: str, package: Entries) -> object:
    """A value of ``key`` in the package that shows its kind; ``None`` where no term has it."""
    if key == "order":
        return 10
    if code in package and key in package[code].keys:
        return package[code].keys[key]
    found = (entry.keys[key] for entry in package.values() if key in entry.keys)
    return next(found, ("…",) if key in NAMING_KEYS and key != "abbreviation" else None)


def _as_written(entry: Entry) -> dict[str, object]:
    """The keys of an entry of the package as a file would have them."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in entry.keys.items()}


def _as_toml(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_as_toml, value[:2])) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
