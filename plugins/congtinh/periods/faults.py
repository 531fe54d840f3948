"""What is wrong with a period that somebody asked for."""

from __future__ import annotations

from congtinh.errors import Problem, Translate


class PeriodFault(ValueError):
    """No period is meant by these words; ``remedy`` names what to write instead.

    ``message`` and ``remedy`` are English message ids with ``{name}`` places for ``params``.
    """

    def __init__(self, message: str, remedy: str, value: str = "", **params: object) -> None:
        self.message, self.remedy, self.value, self.params = message, remedy, value, params
        super().__init__(self.told())

    def told(self, translate: Translate = str) -> str:
        """The fault as one sentence or two."""
        problem = Problem("", self.message, self.remedy, "", self.value or None, params=self.params)
        return problem.told(translate)
