"""vCard 4.0 (RFC 6350) of contacts and units."""

from __future__ import annotations

from congtinh.records.contact import Contact
from congtinh.records.unit import Unit


def _escaped(text: str) -> str:
    for plain, safe in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
        text = text.replace(plain, safe)
    return text


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, no letter cut in two."""
    if len(line.encode()) <= 75:
        return line
    pieces: list[str] = []
    piece = ""
    for char in line:
        if len((piece + char).encode()) > (75 if not pieces else 74):
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece])


def contact_card(contact: Contact, position: str, unit: Unit | None, language: str) -> str:
    """A person; family name first as Vietnamese names are written."""
    name = contact.name or ""
    family, _, given = name.partition(" ")
    lines = [
        f"FN:{_escaped(name)}",
        f"N:{_escaped(family)};{_escaped(given)};;;",
        f"TITLE:{_escaped(position)}",
    ]
    if unit is not None:
        lines.append(f"ORG:{_escaped(unit.named(language))}")
        address = (unit.address_en if language == "en" else None) or unit.address
        if address:
            lines.append(f"ADR:;;{_escaped(address)};;;;")
    lines += [f"TEL;TYPE=work,voice:{_escaped(contact.phone)}"] if contact.phone else []
    lines += [f"TEL;TYPE=work,fax:{_escaped(contact.fax)}"] if contact.fax else []
    if contact.mobile and contact.mobile_public:
        lines.append(f"TEL;TYPE=cell:{_escaped(contact.mobile)}")
    lines += [f"EMAIL;TYPE=work:{_escaped(contact.email)}"] if contact.email else []
    return _card(lines, language)


def unit_card(unit: Unit, language: str) -> str:
    """A unit as an organisation."""
    name = unit.named(language)
    lines = [f"FN:{_escaped(name)}", "KIND:org", f"ORG:{_escaped(name)}"]
    address = (unit.address_en if language == "en" else None) or unit.address
    lines += [f"ADR:;;{_escaped(address)};;;;"] if address else []
    lines += [f"TEL;TYPE=work,voice:{_escaped(unit.phone)}"] if unit.phone else []
    lines += [f"EMAIL;TYPE=work:{_escaped(unit.email)}"] if unit.email else []
    return _card(lines, language)


def _card(lines: list[str], language: str) -> str:
    whole = ["BEGIN:VCARD", "VERSION:4.0", *lines, f"LANG:{language}", "END:VCARD"]
    return "".join(_folded(line) + "\r\n" for line in whole)
