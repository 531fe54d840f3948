"""``invoke hooks``: a git hook that checks what is staged before it is committed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from congtinh.errors import N_, ContentError, Problem

_MARK = "# Cổng Tĩnh: checks staged content"


def install(root: Path) -> Path:
    """Write ``.git/hooks/pre-commit``; an existing hook that is not ours is left alone and told."""
    folder = Path(_git(root, "rev-parse", "--git-path", "hooks").strip())
    hook = (root / folder if not folder.is_absolute() else folder) / "pre-commit"
    if hook.exists() and _MARK not in hook.read_text(encoding="utf-8", errors="replace"):
        raise ContentError(
            [
                Problem(
                    hook.name,
                    N_("is another hook already"),
                    N_("Call “invoke check --staged” from it"),
                    value=str(hook),
                )
            ]
        )
    hook.parent.mkdir(parents=True, exist_ok=True)
    python = Path(sys.executable).as_posix()
    hook.write_text(
        f'#!/bin/sh\n{_MARK}\nexec "{python}" -m invoke check --staged\n',
        encoding="utf-8",
        newline="\n",
    )
    hook.chmod(0o755)
    return hook


def staged_content(root: Path, content: Path, target: Path) -> bool:
    """Lay the content as it is staged into ``target``; false where nothing of it is staged."""
    inside = content.relative_to(root).as_posix()
    changed = _git(root, "diff", "--cached", "--name-only", "--", inside)
    if not changed.strip():
        return False
    _git(root, "checkout-index", "--all", "--force", f"--prefix={target.as_posix()}/")
    return True


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ContentError(
            [
                Problem(
                    "",
                    N_("git says: {reason}"),
                    "",
                    value=None,
                    params={"reason": done.stderr.strip()},
                )
            ]
        )
    return done.stdout


def temporary() -> tempfile.TemporaryDirectory[str]:
    """A folder for staged content that goes away by itself."""
    return tempfile.TemporaryDirectory(prefix="congtinh-staged-", ignore_cleanup_errors=True)
