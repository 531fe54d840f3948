"""Facts about one department; no logic."""

SITENAME = "Sở Khoa học và Công nghệ tỉnh Minh Châu"
SITEURL = ""
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["congtinh.hooks"]
CACHE = ".cache"

# The package writes the feeds of the site; Pelican's own would be empty ones.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = (
    None
)

# The agency is a unit of content/unit; its facts fill the header and the footer.
AGENCY = "so-khcn"
PARENT_NAME = ("Ủy ban nhân dân tỉnh Minh Châu", "People’s Committee of Minh Châu Province")
PORTAL = (
    "Cổng thông tin điện tử tỉnh Minh Châu",
    "Minh Châu Province Portal",
    "https://minhchau.example",
)
RESPONSIBLE = (
    "Giám đốc Sở Khoa học và Công nghệ",
    "Director of the Department of Science and Technology",
)
MARK = "images/bieu-trung.svg"
LICENCE = (
    "Ghi rõ nguồn “Sở Khoa học và Công nghệ tỉnh Minh Châu” khi sử dụng lại thông tin từ trang này.",
    "Please name the Department of Science and Technology of Minh Châu Province when you reuse this content.",
)
MENU = (
    ("Giới thiệu", "About", ("about", "directory")),
    (
        "Tin tức",
        "News",
        (
            "news",
            "notice",
            "campaign",
            "schedule",
            "publication",
            "gallery",
            "video",
        ),
    ),
    (
        "Văn bản",
        "Documents",
        (
            "legal_document",
            "gazette",
            "plan",
        ),
    ),
    (
        "Dịch vụ công",
        "Public services",
        (
            "procedure",
            "service_quality",
            "indicator",
        ),
    ),
    (
        "Trao đổi, góp ý",
        "Have your say",
        ("consultation", "question", "petition", "reception", "poll"),
    ),
    (
        "Công khai",
        "Public information",
        (
            "public_information",
            "project",
            "tender",
            "finance",
            "science_task",
            "statistic",
            "award_penalty",
            "dataset",
            "statistics",
            "corrections",
            "open_data",
        ),
    ),
)
HOME_BLOCKS = ("khoa-hoc-cong-nghe", "tieu-chuan-do-luong-chat-luong", "chuyen-doi-so")
SEARCH_EXAMPLES = (
    ("21/2026/QD-UBND", "cong khai thong tin", "đề tài khoa học"),
    ("21/2026/QD-UBND", "public information", "measuring instruments"),
)

PAGE_SIZE = 20
EDITOR_LANG = "vi"

# The demonstration stands still on this day; a real department leaves it empty.
TODAY = "2026-11-22"
PATTERNS = True
