"""The ready pipelines run the commands a person runs, and hold no secret."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PIPELINES = ROOT / "docs" / "pipelines"
FILES = ("gitlab-ci.yml", "github-workflow.yml", "forgejo-workflow.yml")
COMMANDS = ["pip install -c constraints.txt -e .", "invoke check", "invoke build --public"]
SETTINGS = {
    "DEPLOY_METHOD",
    "DEPLOY_HOST",
    "DEPLOY_PORT",
    "DEPLOY_USER",
    "DEPLOY_PATH",
    "DEPLOY_KEY",
    "DEPLOY_KNOWN_HOSTS",
}


def pipeline(name: str) -> Any:
    """Read one pipeline; ``on`` is YAML 1.1 for true, as every reader of these files knows."""
    return yaml.safe_load((PIPELINES / name).read_text(encoding="utf-8"))


def lines_run(name: str) -> list[str]:
    """Give every shell text of a pipeline, in the order in which it runs."""
    tree = pipeline(name)
    if "jobs" not in tree:
        publish = tree["publish"]
        return [*tree["site"]["script"], *publish["before_script"], *publish["script"]]
    return [step["run"] for step in tree["jobs"]["site"]["steps"] if "run" in step]


def publishing(name: str) -> str:
    """Give the shell text that sends the output folder, the last of each pipeline."""
    return lines_run(name)[-1]


@pytest.mark.parametrize("name", FILES)
def test_a_pipeline_checks_before_it_builds_and_builds_before_it_publishes(name: str) -> None:
    """Installing, checking and building stand in this order, each a line of its own."""
    run = lines_run(name)

    assert [line for line in run if line in COMMANDS] == COMMANDS
    assert run.index(COMMANDS[-1]) < run.index(publishing(name))


def test_the_commands_are_those_of_the_readme() -> None:
    """What a pipeline runs to check and build, a person finds in the README."""
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("README.md is not written yet")
    text = readme.read_text(encoding="utf-8")

    assert [command for command in COMMANDS[1:] if command not in text] == []


def test_all_platforms_publish_in_the_same_way() -> None:
    """The publishing lines are one text, so that a fault mended once is mended thrice."""
    assert len({publishing(name).strip() for name in FILES}) == 1


def test_publishing_trusts_only_a_known_host() -> None:
    """The host key is compared with the one set down, and asking a person is refused."""
    text = publishing("gitlab-ci.yml")

    assert "StrictHostKeyChecking=yes" in text
    assert "BatchMode=yes" in text
    assert "ssh-keyscan" not in text


@pytest.mark.parametrize("missing", ["DEPLOY_HOST", "DEPLOY_PATH", "DEPLOY_KEY"])
def test_publishing_stops_where_a_setting_is_missing(missing: str) -> None:
    """Without a host, a folder or a key nothing is sent and nothing deleted."""
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("no POSIX shell here")
    settings = dict.fromkeys(SETTINGS - {missing}, "x")
    done = subprocess.run(
        [shell, "-c", publishing("gitlab-ci.yml")], env=settings, capture_output=True, timeout=20
    )

    assert done.returncode != 0
    assert missing in done.stderr.decode()


@pytest.mark.parametrize(
    "folder",
    [
        "/",
        "//",
        "//srv",
        "/./srv",
        "/srv",
        "/srv/",
        "",
        ".",
        "~",
        "www",
        "/srv/../x",
        "/srv/a b",
        "/srv/$x",
    ],
)
def test_publishing_refuses_a_folder_that_is_not_the_sites_own(folder: str, tmp_path: Path) -> None:
    """Sending deletes what lies at the target, so a home, a root or an odd path is refused."""
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("no POSIX shell here")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("x", encoding="utf-8")
    settings = dict.fromkeys(SETTINGS, "x") | {"DEPLOY_PATH": folder, "PATH": ""}
    done = subprocess.run(
        [shell, "-c", publishing("gitlab-ci.yml")],
        env=settings,
        cwd=tmp_path,
        capture_output=True,
        timeout=20,
    )

    assert done.returncode == 2
    assert "DEPLOY_PATH" in done.stderr.decode()


def test_a_deleting_command_names_its_source_and_its_target() -> None:
    """A mirror without both would take the working folder and the account's home instead."""
    lines = publishing("gitlab-ci.yml").replace("\\\n", " ").splitlines()
    deleting = [line.strip() for line in lines if "--delete" in line]

    assert len(deleting) == 2
    mirror, rsync = deleting
    assert mirror.endswith("output '$DEPLOY_PATH'\"")
    assert rsync.endswith('output/ "$DEPLOY_USER@$DEPLOY_HOST:$DEPLOY_PATH/"')


@pytest.mark.parametrize("name", FILES)
def test_no_secret_is_written_down(name: str) -> None:
    """Keys, passwords and tokens come from the platform alone."""
    text = (PIPELINES / name).read_text(encoding="utf-8")

    assert re.findall(r"(?i)BEGIN [A-Z ]*PRIVATE KEY|ssh-(?:rsa|ed25519) AAAA", text) == []
    assert re.findall(r"(?im)^\s*\w*(?:password|token|secret)\w*\s*[:=]\s*\S", text) == []


@pytest.mark.parametrize("name", ["github-workflow.yml", "forgejo-workflow.yml"])
def test_settings_come_from_the_platform(name: str) -> None:
    """Every setting of the publishing step is a variable; the key is a secret."""
    steps = pipeline(name)["jobs"]["site"]["steps"]
    settings: dict[str, str] = steps[-1]["env"]

    assert set(settings) == SETTINGS
    assert settings.pop("DEPLOY_KEY") == "${{ secrets.DEPLOY_KEY }}"
    assert settings == {key: f"${{{{ vars.{key} }}}}" for key in settings}


@pytest.mark.parametrize("name", ["github-workflow.yml", "forgejo-workflow.yml"])
def test_actions_are_pinned_to_a_commit(name: str) -> None:
    """An action is named by its full commit, which nobody can move."""
    used = [step["uses"] for step in pipeline(name)["jobs"]["site"]["steps"] if "uses" in step]

    assert used
    assert [action for action in used if not re.search(r"@[0-9a-f]{40}$", action)] == []


@pytest.mark.parametrize("name", ["github-workflow.yml", "forgejo-workflow.yml"])
def test_the_site_is_built_five_minutes_into_each_day(name: str) -> None:
    """17:05 UTC is 00:05 in Việt Nam, so an item dated today appears today."""
    triggers = pipeline(name)[True]

    assert triggers["schedule"] == [{"cron": "5 17 * * *"}]
    assert "push" in triggers


@pytest.mark.parametrize("name", FILES)
def test_the_record_cache_outlives_a_run(name: str) -> None:
    """The folder ``.cache`` is kept from one run to the next."""
    tree = pipeline(name)
    if "jobs" in tree:
        steps = tree["jobs"]["site"]["steps"]
        kept = [step["with"]["path"] for step in steps if "/cache@" in step.get("uses", "")]
    else:
        kept = tree["site"]["cache"]["paths"]

    assert kept == [".cache"]


def test_the_guide_names_every_setting() -> None:
    """A setting that a pipeline reads is explained in both halves of the guide."""
    text = (PIPELINES / "README.md").read_text(encoding="utf-8")
    vietnamese, english = text.split("## English", 1)

    for half in (vietnamese, english):
        assert [name for name in sorted(SETTINGS | {"DEPLOY_BRANCH"}) if name not in half] == []
