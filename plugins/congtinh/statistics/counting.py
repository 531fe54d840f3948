"""How things are counted, as the settings say; printed with every figure that rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from congtinh.languages import Bilingual
from congtinh.settings import Settings


@dataclass(frozen=True, slots=True)
class Counting:
    """``pictures``: ``site`` where a picture file counts once in each language, on the day of the first
    item that shows it, or ``item`` where it counts in each item that shows it.  ``left_out``:
    patterns of files that are no published pictures.  ``withdrawn``: items that were withdrawn
    later still count on the day of their posting.
    """

    pictures: str = "site"
    left_out: tuple[str, ...] = ()
    withdrawn: bool = False

    def is_picture(self, path: str) -> bool:
        """Whether a picture file counts at all."""
        return not any(fnmatchcase(path, pattern) for pattern in self.left_out)

    def definitions(self) -> dict[str, Bilingual]:
        """What each word means, in sentences for the page and the report."""
        return {
            "items": ITEMS,
            "pictures": PICTURES[self.pictures],
            "withdrawn": WITHDRAWN[self.withdrawn],
            "languages": LANGUAGES,
        }


def counting_of(settings: Settings) -> Counting:
    """The way of counting of a site; its own mark is no published picture."""
    mark = (settings.mark.lstrip("/"),) if settings.mark else ()
    return Counting(
        settings.count_pictures, (*mark, *settings.pictures_left_out), settings.count_withdrawn
    )


ITEMS = Bilingual(
    "Mỗi mục nội dung đã đăng tính một lần ở mỗi ngôn ngữ, theo ngày đăng. Tin và bài phân biệt theo thể loại.",
    "Each published item counts once in each language, by the day it was posted. The genre tells a brief from an article.",
)
PICTURES = {
    "site": Bilingual(
        "Ảnh là tệp ảnh hiện trong nội dung đã đăng, không kể biểu trưng và ảnh trang trí; "
        "một tệp dùng nhiều lần chỉ tính một lần, vào ngày đăng lần đầu.",
        "A picture is an image file shown in published items, leaving out marks and decoration; "
        "a file used several times counts once, on the day it was first posted.",
    ),
    "item": Bilingual(
        "Ảnh là tệp ảnh hiện trong nội dung đã đăng, không kể biểu trưng và ảnh trang trí; "
        "một tệp dùng ở nhiều mục tính ở mỗi mục một lần.",
        "A picture is an image file shown in published items, leaving out marks and decoration; "
        "a file shown in several items counts once in each.",
    ),
}
WITHDRAWN = {
    False: Bilingual(
        "Nội dung đã gỡ thì không tính.", "Items that have been withdrawn are not counted."
    ),
    True: Bilingual(
        "Nội dung đã gỡ vẫn tính theo ngày đăng.",
        "Items that have been withdrawn still count on the day they were posted.",
    ),
}
LANGUAGES = Bilingual(
    "Số của tiếng Việt và tiếng Anh tính riêng; khi tính chung, một mục có cả hai ngôn ngữ tính một lần, "
    "trừ khi công thức ghi rõ là cộng.",
    "Vietnamese and English are counted apart; taken together an item in both languages counts once, "
    "unless the formula adds them up in so many words.",
)
