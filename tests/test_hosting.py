"""The ready server configurations say the same thing, and real servers obey them."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HOSTING = Path(__file__).resolve().parents[1] / "docs" / "hosting"
NGINX = HOSTING / "nginx.conf"
APACHE = HOSTING / "apache" / ".htaccess"
CADDY = HOSTING / "Caddyfile"
APACHE_MODULES = Path("/usr/lib/apache2/modules")

SERVERS = ("nginx", "apache", "caddy")
POLICIES = (
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Strict-Transport-Security",
)
FOREVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=300, must-revalidate"
HEADER_LINE = {
    "nginx": r'^\s*add_header ({name}) "(.*)" always;$',
    "apache": r'^\s*Header always set ({name}) "(.*)"$',
    "caddy": r'^\s*({name}) "(.*)"$',
}
SOURCES = {"nginx": NGINX, "apache": APACHE, "caddy": CADDY}

PAGE = "<!doctype html><title>Trang</title><p>" + "Sở Khoa học và Công nghệ. " * 60
LONG = "Cổng Tĩnh " * 200
SITE = {
    "index.html": PAGE,
    "404.html": "<!doctype html><p>Không tìm thấy trang",
    "en/404.html": "<!doctype html><p>Page not found",
    "van-ban/index.html": PAGE,
    "static/site.0123abcd.css": "/* " + LONG + "*/",
    "static/main.0123abcd.js": "// " + LONG,
    "static/mark.0123abcd.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><desc>{LONG}</desc></svg>",
    "media/tep.0123abcd.pdf": "%PDF-1.4",
    "feed.atom": f"<feed xmlns='http://www.w3.org/2005/Atom'><title>{LONG}</title></feed>",
    "sitemap.xml": f"<urlset><!-- {LONG} --></urlset>",
    "open-data/news.json": '{"x": "' + LONG + '"}',
    "open-data/news.csv": LONG,
    "lich.ics": LONG,
    "can-bo.vcf": LONG,
    "app.webmanifest": '{"name": "' + LONG + '"}',
    "search/manifest.json": '{"x": "' + LONG + '"}',
    "search/t/0123456789.txt": LONG,
    ".git/config": "bí mật",
}


def stated(server: str) -> dict[str, list[str]]:
    """Give the policy values a configuration file writes, by header name."""
    text = SOURCES[server].read_text(encoding="utf-8")
    return {
        name: [value for _, value in re.findall(HEADER_LINE[server].format(name=name), text, re.M)]
        for name in POLICIES
    }


@pytest.mark.parametrize("server", SERVERS)
def test_content_security_policy_keeps_to_the_site_itself(server: str) -> None:
    """The policy allows nothing from elsewhere, no inline code, no frame and no plug-in."""
    (policy,) = stated(server)["Content-Security-Policy"]
    directives = {part.split()[0]: part.split()[1:] for part in policy.split(";")}

    assert directives["default-src"] == ["'self'"]
    assert directives["img-src"] == ["'self'", "data:"]
    assert directives["base-uri"] == ["'self'"]
    assert directives["form-action"] == ["'self'", "mailto:"]
    assert directives["frame-ancestors"] == ["'none'"]
    assert directives["object-src"] == ["'none'"]
    assert "unsafe" not in policy


def test_three_servers_state_the_same_policies() -> None:
    """Each policy stands once in each file, with one value for all three servers."""
    nginx = stated("nginx")

    assert all(len(values) == 1 for values in nginx.values())
    assert nginx == stated("apache") == stated("caddy")


@pytest.mark.parametrize("server", SERVERS)
def test_every_text_type_is_compressed(server: str) -> None:
    """Each configuration names the text types that a page, a feed and the open data use."""
    text = SOURCES[server].read_text(encoding="utf-8")
    wanted = ["json", "xml", "atom+xml", "manifest+json"]

    assert [kind for kind in wanted if f"application/{kind}" not in text] == []
    assert "image/svg+xml" in text


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def nginx_command(binary: str, work: Path, root: Path, port: int) -> list[str]:
    """Write a main configuration round ours, as README.md shows it, and give the command."""
    moved = work / "redirects.nginx.map"
    moved.write_text('"/cu/" "/van-ban/";\n', encoding="utf-8")
    ours = work / "congtinh.conf"
    ours.write_text(NGINX.read_text(encoding="utf-8").replace("#if (", "if ("), encoding="utf-8")
    kinds = Path("/etc/nginx/mime.types")
    shutil.copy(kinds, work / "mime.types")
    temporary = " ".join(
        f"{kind}_temp_path {work}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = work / "main.conf"
    main.write_text(
        f"daemon off; pid {work}/nginx.pid; error_log {work}/error.log;\n"
        f"events {{}}\nhttp {{ include mime.types; access_log off; {temporary}\n"
        "map_hash_bucket_size 512;\n"
        f'map $uri $congtinh_moved {{ default ""; include {moved}; }}\n'
        f"server {{ listen 127.0.0.1:{port}; root {root}; include {ours}; }} }}\n",
        encoding="utf-8",
    )
    return [binary, "-p", str(work), "-c", str(main), "-e", str(work / "error.log")]


def apache_command(binary: str, work: Path, root: Path, port: int) -> list[str]:
    """Write a main configuration that lets ``.htaccess`` speak, and give the command."""
    moved = "\nRedirectMatch 301 ^/cu/$ /van-ban/\n"
    (root / ".htaccess").write_text(APACHE.read_text(encoding="utf-8") + moved, encoding="utf-8")
    names = ["mpm_event", "authz_core", "dir", "mime", "headers", "alias", "filter"]
    names += ["deflate", "brotli", "rewrite"]
    modules = "".join(
        f"LoadModule {name}_module {path}\n"
        for name in names
        if (path := APACHE_MODULES / f"mod_{name}.so").exists()
    )
    main = work / "main.conf"
    main.write_text(
        f"{modules}ServerRoot {work}\nServerName localhost\nListen 127.0.0.1:{port}\n"
        f"PidFile {work}/apache.pid\nErrorLog {work}/error.log\nDefaultRuntimeDir {work}\n"
        f"TypesConfig /etc/mime.types\nDocumentRoot {root}\n"
        f"<Directory {root}>\nAllowOverride All\nRequire all granted\n</Directory>\n",
        encoding="utf-8",
    )
    return [binary, "-D", "FOREGROUND", "-f", str(main)]


def caddy_command(binary: str, work: Path, root: Path, port: int) -> list[str]:
    """Write a file that imports ours, without the administration port, and give the command."""
    moved = work / "redirects.caddy"
    moved.write_text("redir /cu/ /van-ban/ permanent\n", encoding="utf-8")
    text = CADDY.read_text(encoding="utf-8")
    text = text.replace("#import /srv/output-report/redirects.caddy", f"import {moved}")
    main = work / "Caddyfile"
    main.write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}", encoding="utf-8")
    return [binary, "run", "--config", str(main), "--adapter", "caddyfile"]


COMMANDS: dict[str, tuple[str, Callable[[str, Path, Path, int], list[str]]]] = {
    "nginx": ("nginx", nginx_command),
    "apache": ("apache2", apache_command),
    "caddy": ("caddy", caddy_command),
}


def temporary() -> Path:
    """Where pytest makes its folders, one below the other."""
    return Path(os.environ.get("PYTEST_DEBUG_TEMPROOT") or tempfile.gettempdir()).resolve()


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the port answers; fail with the server's own words where it does not."""
    for _ in range(100):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"the server did not answer: {log.read_text(encoding='utf-8')[-2000:]}")


@pytest.fixture(scope="module", params=SERVERS)
def port(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the tiny site with one real server on the loopback address."""
    name, command = COMMANDS[request.param]
    binary = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if binary is None:
        pytest.skip(f"{name} is not installed")
    work = tmp_path_factory.mktemp(name)
    # a server started as root serves as another user, who has to reach the folder
    for folder in (work, *(above for above in work.parents if temporary() in above.parents)):
        folder.chmod(0o755)
    root = work / "site"
    for path, text in SITE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    number = free_port()
    log = work / "error.log"
    place = {"SITE_ADDRESS": f"http://127.0.0.1:{number}", "SITE_ROOT": str(root)}
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command(binary, work, root, number),
            stdout=sink,
            stderr=sink,
            cwd=work,
            env=os.environ | place,
        )
    try:
        wait_for(number, process, log)
        yield number
    finally:
        process.terminate()
        process.wait(20)


def get(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    """Ask for one address; the answer's body is already read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers=asked)
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


@pytest.mark.parametrize("path", ["/", "/static/site.0123abcd.css", "/khong-co/", "/feed.atom"])
def test_every_answer_carries_the_policies(port: int, path: str) -> None:
    """A page, a file, a feed and an error all carry each policy once, as the file states it."""
    answer = get(port, path)

    assert stated("nginx") == {name: answer.headers.get_all(name) for name in POLICIES}


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", SHORT),
        ("/van-ban/", SHORT),
        ("/feed.atom", SHORT),
        ("/open-data/news.json", SHORT),
        ("/khong-co/", SHORT),
        ("/static/khong-co.css", SHORT),
        ("/static/site.0123abcd.css", FOREVER),
        ("/media/tep.0123abcd.pdf", FOREVER),
        ("/search/manifest.json", SHORT),
        ("/search/t/0123456789.txt", FOREVER),
    ],
)
def test_only_names_with_a_hash_are_kept_for_long(port: int, path: str, policy: str) -> None:
    """Hashed files are immutable; pages, data and errors are asked for again."""
    assert [policy] == get(port, path).headers.get_all("Cache-Control")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/static/site.0123abcd.css", "text/css"),
        ("/static/main.0123abcd.js", "javascript"),
        ("/static/mark.0123abcd.svg", "image/svg+xml"),
        ("/feed.atom", "application/atom+xml"),
        ("/sitemap.xml", "/xml"),
        ("/open-data/news.json", "application/json"),
        ("/search/t/0123456789.txt", "text/plain"),
        ("/open-data/news.csv", "text/csv"),
        ("/lich.ics", "text/calendar"),
        ("/can-bo.vcf", "text/vcard"),
        ("/app.webmanifest", "application/manifest+json"),
    ],
)
def test_text_has_its_type_its_charset_and_is_compressed(port: int, path: str, kind: str) -> None:
    """Vietnamese text arrives as UTF-8 of the right type, and smaller than it lies on disk."""
    plain = get(port, path)
    small = get(port, path, Accept_Encoding="gzip")

    media_type, _, charset = plain.headers["Content-Type"].partition(";")
    assert kind in media_type
    assert charset.strip().lower() == "charset=utf-8"
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.body) < len(plain.body) / 3  # type: ignore[attr-defined]
    assert "accept-encoding" in small.headers["Vary"].lower()


@pytest.mark.parametrize(
    ("path", "words"), [("/khong-co/", "Không tìm thấy"), ("/en/nothing/", "Page not found")]
)
def test_a_missing_page_is_told_in_its_language(port: int, path: str, words: str) -> None:
    """An unknown address gives status 404 and the site's own page in the reader's language."""
    answer = get(port, path)

    assert answer.status == 404
    assert words in answer.body.decode()  # type: ignore[attr-defined]
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/.git/config", "/.htaccess"])
def test_files_with_a_leading_dot_are_not_given_out(port: int, path: str) -> None:
    """What lies hidden in the folder stays there."""
    answer = get(port, path)

    assert answer.status in (403, 404)
    assert "bí mật" not in answer.body.decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_an_unchanged_page_is_not_sent_again(port: int, encoding: str) -> None:
    """Asked again with the mark it gave, the server answers 304 and sends no body."""
    first = get(port, "/", Accept_Encoding=encoding)
    again = get(port, "/", Accept_Encoding=encoding, If_None_Match=first.headers["ETag"])

    assert (again.status, again.body) == (304, b"")  # type: ignore[attr-defined]


def test_a_moved_address_leads_to_the_new_one(port: int) -> None:
    """A line of the redirect list sends the visitor on for good."""
    answer = get(port, "/cu/")

    assert answer.status == 301
    assert answer.headers["Location"].endswith("/van-ban/")
