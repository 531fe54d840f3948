"""The door of the guard: from a text or the name of a file to what must not be published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from congtinh.guards.context import Context
from congtinh.guards.finding import Finding, masked_mail
from congtinh.guards.homes import homes, homes_of_citizens
from congtinh.guards.identities import identity_in, lettered, numbers_of_citizens
from congtinh.guards.marks import marks
from congtinh.guards.persons import persons, persons_of
from congtinh.guards.runs import runs
from congtinh.guards.telephones import telephone_in, telephones_of_citizens
from congtinh.guards.words import words_of
from congtinh.vocabulary.registry import Vocabularies

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_PRECEDENCE = ("identity", "telephone", "address")
_NUMBERS = _PRECEDENCE[:2]
_SECRET_NAME = re.compile(r"(?<![a-z])(?:tuyet mat|toi mat|luu hanh noi bo|khong pho bien)(?=\s*(?:\(|v\d|\d|\Z))")
_MARKED_NAME = re.compile(
    r"(?<![A-ZÀ-Ỹ])(?:TUYỆT MẬT|TỐI MẬT|MẬT|TUYET MAT|TOI MAT|MAT)(?![A-ZÀ-Ỹ])|"
    r"[(\[](?:[Tt]uyệt |[Tt]ối )?[Mm]ật[)\]]|(?:^|\s)(?:[Tt]uyệt|[Tt]ối) mật\Z|[Ll]ưu hành nội bộ|\s[Kk]hông phổ biến\Z"
)


def findings(text: str, vocabularies: Vocabularies) -> list[Finding]:
    """Everything in a text that must not be published, in order; places are those of ``text``."""
    context = Context(text, words_of(vocabularies))
    seekers = (_numbers, lettered, homes, marks, _mail)
    return _apart([found for seek in seekers for found in seek(context)])


def mark_findings(text: str, vocabularies: Vocabularies) -> list[Finding]:
    """The marks of secrecy and of limited circulation in a text."""
    return [*marks(Context(text, words_of(vocabularies)))]


def citizen_findings(text: str, vocabularies: Vocabularies, *, by_citizen: bool) -> list[Finding]:
    """Numbers, telephones and homes where a citizen is spoken of: more than ``findings`` finds (R31).

    ``by_citizen``: whether the words are a citizen's own, where any telephone is theirs.
    """
    context = Context(text, words_of(vocabularies))
    strict = (
        *numbers_of_citizens(context),
        *telephones_of_citizens(context, by_citizen),
        *homes_of_citizens(context),
    )
    return _united([*_numbers(context), *lettered(context), *homes(context), *strict])


def contact_findings(text: str, vocabularies: Vocabularies) -> list[Finding]:
    """Names behind forms of address and mailboxes: whose they are the directory of a site knows (R31)."""
    mail = (Finding("mail", *m.span(), m[0], masked_mail(m[0])) for m in _MAIL.finditer(text))
    return [*persons(text, persons_of(vocabularies)), *mail]


def name_findings(path: str, vocabularies: Vocabularies) -> list[Finding]:
    """What the name of a file says that must not be published; places are those of ``path``."""
    name = unicodedata.normalize("NFC", path)
    stem = str(PurePosixPath(name).with_suffix(""))
    spaced = re.sub(r"[_/+]|(?<=[^\W\d])-|-(?=[^\W\d])", " ", stem)
    found = [one for one in findings(spaced, vocabularies) if one.kind != "secrecy"]
    loose = re.sub(r"[_/+.-]", " ", stem)
    secret = _MARKED_NAME.search(loose) if not PurePosixPath(stem).name.isupper() else None
    secret = secret or _SECRET_NAME.search(loose.lower())
    if secret:
        value = name[secret.start() : secret.end()].strip()
        found.append(Finding("secrecy", *secret.span(), value, value))
    return found


def masked_name(path: str, vocabularies: Vocabularies) -> str:
    """The name of a file as it may be told: without the numbers that should not be in it."""
    for found in reversed(name_findings(path, vocabularies)):
        if found.kind != "secrecy":
            path = path[: found.start] + found.masked + path[found.end :]
    return path


def file_findings(text: str, vocabularies: Vocabularies) -> list[Finding]:
    """What the words of a file hold; many programs write letters and their marks apart."""
    return findings(unicodedata.normalize("NFC", text), vocabularies)


def _numbers(context: Context) -> Iterator[Finding]:
    for run in runs(context.text):
        first = 0
        while first < len(run.texts):
            first += 1
            for number in run.numbers(first - 1):
                found = identity_in(number, context) or telephone_in(number, context)
                if found:
                    yield found
                    first += len(number.shape) - 1
                    break


def _mail(context: Context) -> Iterator[Finding]:
    if "@" not in context.text:
        return
    for found in _MAIL.finditer(context.text):
        if found[1].lower() in context.words.mail_hosts:
            yield Finding("mail", *found.span(), found[0], masked_mail(found[0]))


def _united(found: list[Finding]) -> list[Finding]:
    """One finding for each place: a number is that of a card before it is a telephone."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda finding: (_PRECEDENCE.index(finding.kind), finding.start, -finding.end)):
        is_number = one.kind in _NUMBERS
        rivals = (k for k in kept if k.kind == one.kind or (is_number and k.kind in _NUMBERS))
        if not any(one.start < other.end and other.start < one.end for other in rivals):
            kept.append(one)
    return sorted(kept, key=lambda finding: finding.start)


def _apart(found: list[Finding]) -> list[Finding]:
    """The findings in order; of those in one place the first."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda finding: (finding.start, -finding.end)):
        if not kept or one.start >= kept[-1].end or one.kind != kept[-1].kind:
            kept.append(one)
    return kept
