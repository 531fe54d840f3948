"""The page of a recording: the player with its captions, or a link to where it is, and the transcript."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from congtinh.model import Item
from congtinh.pages.attributes import own_attributes
from congtinh.pages.contexts import ItemPage
from congtinh.pages.figures import cover
from congtinh.pages.item_fields import item_fields
from congtinh.pages.parts import Figure, Link
from congtinh.pages.site import N_, Site
from congtinh.records.video import Video

_NAMES = {"vi": N_("Vietnamese"), "en": N_("English")}
_SHOWN_ELSEWHERE = ("kind", "url", "duration", "captions")


class Track(NamedTuple):
    """Captions in one language; the first is that of the page."""

    address: str
    language: str
    label: str


class Player(NamedTuple):
    """What is played; ``poster`` is nothing for sound alone."""

    address: str
    media_type: str
    is_sound: bool
    poster: Figure | None
    tracks: tuple[Track, ...]


class VideoPage(ItemPage):
    """``elsewhere`` leads to a recording that this site does not hold.

    ``transcript`` leads to the words in the other language where this page has none.
    """

    template: ClassVar[str] = "video.html"

    kind: str
    duration: str
    player: Player | None
    elsewhere: Link | None
    transcript: Link | None


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Video)
    fields = item_fields(site, item) | {"attributes": own_attributes(site, item, _SHOWN_ELSEWHERE)}
    player = player_of(site, item, record)
    fields["lead"] = None if player else fields["lead"] or cover(site.model, item)
    return VideoPage(
        **fields,
        kind=site.label("media_kinds", record.kind),
        duration=_clock(record.seconds),
        player=player,
        elsewhere=_elsewhere(site, record),
        transcript=None if fields["html"] else _other_transcript(site, item),
    )


def _elsewhere(site: Site, record: Video) -> Link | None:
    if not record.url:
        return None
    words = N_("Listen to the recording") if record.is_sound else N_("Watch the video")
    host = record.url.split("/")[2]
    return Link(f"{site.say(words)} ({host})", url=record.url)


def player_of(site: Site, item: Item, record: Video) -> Player | None:
    """What plays the file of a recording; nothing where the site does not hold it."""
    file = site.model.attachments.get(item.files.get(record.file or "", ""))
    if file is None:
        return None
    poster = None if record.is_sound else cover(site.model, item)
    kind = file.media_type.replace("video/", "audio/") if record.is_sound else file.media_type
    return Player(file.address, kind, record.is_sound, poster, _tracks(site, item, record))


def _tracks(site: Site, item: Item, record: Video) -> tuple[Track, ...]:
    found = []
    for one in record.captions or ():
        file = site.model.attachments.get(item.files.get(one.file, ""))
        if file and one.lang in _NAMES:
            found.append(Track(file.address, one.lang, site.say(_NAMES[one.lang])))
    return tuple(sorted(found, key=lambda track: track.language != site.language))


def _other_transcript(site: Site, item: Item) -> Link | None:
    pair = site.model.counterpart(item)
    return site.link(pair) if pair and pair.body.words else None


def _clock(seconds: int | None) -> str:
    """``3:25``, ``1:02:03``; nothing where it is not known."""
    if not seconds:
        return ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
