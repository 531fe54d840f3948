"""How something stands: a code, a word in both languages, and the name of a colour, never a colour alone."""

from __future__ import annotations

from typing import NamedTuple

from congtinh.languages import Bilingual


class Mark(NamedTuple):
    """``colour``: ``green``, ``blue``, ``amber``, ``red`` or ``grey``."""

    code: str
    word: Bilingual
    colour: str


REACHED = Mark("reached", Bilingual("Đã đạt", "Reached"), "green")
AHEAD = Mark("ahead", Bilingual("Vượt tiến độ", "Ahead"), "green")
ON_PACE = Mark("on-pace", Bilingual("Đúng tiến độ", "On pace"), "blue")
BEHIND = Mark("behind", Bilingual("Chậm tiến độ", "Behind"), "amber")
MISSED = Mark("missed", Bilingual("Không đạt", "Missed"), "red")

ON_TIME = Mark("on-time", Bilingual("Đúng hạn", "On time"), "green")
RUNNING = Mark("running", Bilingual("Còn hạn", "Still in time"), "blue")
LATE = Mark("late", Bilingual("Quá hạn", "Late"), "red")
BACKFILLED = Mark("backfilled", Bilingual("Đăng bổ sung văn bản cũ", "Added later for reference"), "grey")
NO_LIMIT = Mark("no-limit", Bilingual("Không quy định số ngày", "No number of days set"), "grey")
UNKNOWN = Mark("unknown", Bilingual("Chưa rõ", "Not known"), "grey")
