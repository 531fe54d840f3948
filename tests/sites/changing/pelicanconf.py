"""A site of every content type, small enough to be built after each of many edits."""

SITENAME = "Sở Thử nghiệm"
SITEURL = "https://thu.example"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
PATH = "content"
OUTPUT_PATH = "output"
CACHE = ".cache"
AGENCY = "so-thu"
PARENT_NAME = ("Ủy ban nhân dân tỉnh Thử", "People’s Committee of Thử Province")
RESPONSIBLE = ("Giám đốc Sở", "Director")
MARK = "images/dau.svg"
MENU = ("about", "news", "legal_document", "notice", "directory")
HOME_BLOCKS = ("khoa-hoc-cong-nghe",)
PAGE_SIZE = 2
TODAY = "2026-11-22"
PUBLIC = True
