"""A unit and nothing else: each rule lays a site over it that breaks or keeps the rule."""

SITENAME = "Sở Thử nghiệm"
SITEURL = "https://thu.example"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
PATH = "content"
OUTPUT_PATH = "output"
CACHE = ".cache"
AGENCY = "so-khcn"
RESPONSIBLE = ("Giám đốc Sở", "Director")
TODAY = "2026-11-22"
