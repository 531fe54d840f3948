"""Video and sound with their transcript (content-model.md, E.3; TT 32/2017/TT-BTTTT, Điều 18 khoản 1 điểm c)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, Url, coded, entry
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

SOUND = "am-thanh"
PLAYED = ("mp4", "webm", "m4a", "mp3", "ogg", "oga", "opus", "wav")
"""Extensions of the files that browsers play."""

_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)\Z")


class Captions(Part):
    """What is said, as WebVTT, in one language."""

    file: File = entry("Tệp phụ đề", "File", mandatory=True, shared=True, file="file")
    lang: Text | None = entry(
        "Ngôn ngữ", "Language", mandatory=True, rule=("vi hoặc en.", "vi or en.")
    )


class Video(Record):
    """A recording; the body of the item is its transcript, so that nobody has to hear or see it."""

    type_label: ClassVar = Bilingual("Video, âm thanh", "Video or sound")
    list_label: ClassVar = Bilingual("Video, âm thanh", "Video and sound")
    path: ClassVar = Bilingual("video", "video")
    label_field: ClassVar = "kind"
    in_feed: ClassVar = True
    schema_org: ClassVar = "MediaObject"
    default_section: ClassVar = ("43:10.1.b",)
    counts_pictures: ClassVar = False
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    kind: Annotated[str, coded("media_kinds")] | None = entry(
        "Loại", "Kind", mandatory=True, shared=True, vocabulary="media_kinds"
    )
    file: File | None = entry(
        "Tệp",
        "File",
        shared=True,
        file="file",
        rule=(
            "Tệp mp4, webm, mp3, m4a, ogg hoặc wav; để trống nếu ghi url.",
            "An mp4, webm, mp3, m4a, ogg or wav file; none where there is a url.",
        ),
    )
    url: Url | None = entry(
        "Địa chỉ chính thức",
        "Official address",
        shared=True,
        rule=(
            "Khi bản ghi nằm ở trang khác; trang này chỉ dẫn liên kết, không nhúng.",
            "Where the recording is on another site; pages link to it and embed nothing.",
        ),
    )
    duration: Text | None = entry(
        "Thời lượng",
        "Duration",
        mandatory=True,
        shared=True,
        rule=("phút:giây, ví dụ 3:25.", "minutes:seconds, such as 3:25."),
    )
    event_date: Day | None = entry("Ngày diễn ra", "Event date", shared=True)
    poster: File | None = entry(
        "Ảnh đại diện",
        "Poster",
        shared=True,
        file="picture",
        rule=("Bắt buộc với video.", "Mandatory for a video."),
    )
    captions: tuple[Captions, ...] | None = entry(
        "Phụ đề",
        "Captions",
        shared=True,
        rule=("Mỗi phụ đề: file (WebVTT, .vtt), lang.", "Each with file (WebVTT, .vtt) and lang."),
    )

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing to see."""
        return self.kind == SOUND

    @property
    def seconds(self) -> int | None:
        """The duration; YAML itself reads an unquoted ``3:25`` as the number 205."""
        text = self.duration or ""
        if text.isdecimal():
            return int(text)
        found = _CLOCK.match(text)
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) if found else None

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        lowered = self.completeness
        if not self.file and not self.url:
            message, remedy = N_("is missing, and there is no url"), N_("Name the file, or write the url")
            yield Fault("file", message, remedy, lowered, "E.3")
        if self.file and self.file.rpartition(".")[2].lower() not in PLAYED:
            remedy = N_("Use one of: {allowed}")
            allowed: dict[str, object] = {"allowed": ", ".join(PLAYED)}
            yield Fault("file", N_("is no file that browsers play"), remedy, lowered, "E.3", self.file, allowed)
        if self.duration and not self.seconds:
            yield Fault(
                "duration",
                N_("is not a duration"),
                N_("Write minutes and seconds: 3:25"),
                rule="E.3",
                value=self.duration,
            )
        if not self.is_sound and not self.poster:
            yield Fault(
                "poster",
                N_("is missing on a video"),
                N_("Name a picture that shows what the video is about"),
                lowered,
                "E.3",
            )
        yield from self._caption_faults()

    def _caption_faults(self) -> Iterator[Fault]:
        if self.file and not self.is_sound and not self.captions:
            yield Fault(
                "captions",
                N_("is missing: who cannot hear needs the words beside the picture"),
                N_("Add a WebVTT file; the transcript is a good start"),
                Severity.WARNING,
                "E.3",
            )
        for place, one in enumerate(self.captions or (), 1):
            if one.file and not one.file.lower().endswith(".vtt"):
                name = f"captions[{place}].file"
                yield Fault(name, N_("is not a WebVTT file"), N_("Save the captions as .vtt"), rule="E.3", value=one.file)
            if one.lang not in (None, "vi", "en"):
                name = f"captions[{place}].lang"
                yield Fault(name, N_("is not a language of this site"), N_("Write vi or en"), rule="E.3", value=one.lang)
