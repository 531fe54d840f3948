"""Commands of editors: a wrong argument is told in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congtinh.commands import build, content


def test_a_content_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both ``check`` and ``build`` name the folder and end with 1; JSON stays JSON."""
    nowhere = str(Path(tmp_path.anchor) / "khong-co")  # short enough to be quoted whole
    assert build.check(nowhere, "", "text") == 1
    assert nowhere in capsys.readouterr().out
    assert build.build(nowhere, str(tmp_path / "output"), "", False, "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["field"], problem["value"]) == ("--content", nowhere)


def test_a_day_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``invoke new --today 2026-99-99`` writes nothing and names the day."""
    assert content.new("news", "Tin thử nghiệm", "", str(tmp_path), "2026-99-99") == 1
    assert "2026-99-99" in "".join(capsys.readouterr())
    assert not list(tmp_path.iterdir())
