"""The search engine in a process of Node, over an index that a test has built."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
NODE = shutil.which("node")
PLAIN = {"language": "vi", "literal": True}
needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed")


class EngineError(Exception):
    """What the engine threw: ``name``, message, ``remedy``."""

    def __init__(self, name: str, message: str, remedy: str | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.remedy = remedy


class Engine:
    """``open(folder)``, then ``search``; what is asked is answered in order."""

    def __init__(self) -> None:
        assert NODE
        self._process = subprocess.Popen(
            [NODE, "tests/js/engine.mjs"], cwd=PROJECT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip

    def _tell(self, name: str, *given: object) -> Any:
        to, told = self._process.stdin, self._process.stdout
        assert to and told
        to.write(json.dumps([name, *given]) + "\n")
        to.flush()
        answer = json.loads(told.readline())
        if error := answer.get("error"):
            raise EngineError(**error)
        return answer["answer"]

    def open(self, folder: Path) -> Engine:
        """Read the manifest of an index anew; nothing is kept of what was open before."""
        self._tell("open", str(folder))
        self.asked()
        return self

    def search(self, query: str, **options: object) -> dict[str, Any]:
        """The answer; without options that in Vietnamese, to what was typed and nothing else."""
        answer: dict[str, Any] = self._tell("search", query, {**PLAIN, **options})
        return answer

    def ids(self, query: str, **options: object) -> list[str]:
        """The ids of the hits in order."""
        return [hit["id"] for hit in self.search(query, **options)["hits"]]

    def found(self, query: str, **options: object) -> set[str]:
        """The ids of all documents that answer a query."""
        return set(self.ids(query, limit=1000, **options))

    def together(self, *queries: str, **options: object) -> list[dict[str, Any]]:
        """The answers to queries that are asked before any is answered."""
        answers: list[dict[str, Any]] = self._tell("together", queries, {**PLAIN, **options})
        return answers

    def asked(self) -> list[str]:
        """The files that were fetched since this was asked last."""
        paths: list[str] = self._tell("asked")
        return paths

    def fail(self, requests: int) -> None:
        """Let the next requests fail, by turns with an error of the network and one of the server."""
        self._tell("fail", requests)

    def close(self) -> None:
        self._process.communicate()
