"""``invoke dashboard``: what is missing, late or near, as a page for editors beside the output."""

from __future__ import annotations

import webbrowser

from congtinh.build.console import Voice
from congtinh.build.dashboard import DASHBOARD, dashboard
from congtinh.build.files import write_bytes
from congtinh.build.run import Build, check_site
from congtinh.commands.site import shown, site_of, telling
from congtinh.errors import N_, ContentError, Problem
from congtinh.periods import Period, PeriodFault, parse_period
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts


@telling
def write_dashboard(
    content: str = "", output: str = "", today: str = "", period: str = "", browser: bool = False
) -> int:
    """Write the page of a period, by default the year so far, and say where it lies."""
    settings = site_of(content, output, today).settings
    voice = Voice(settings.editor_lang)
    looked_at = _period(period, settings)
    with voice.progress() as progress:
        report = check_site(settings, progress)
    model = Build(settings).gather()
    cards = Scorecards(SiteCounts(model, counting_of(settings)), looked_at, settings.agency)
    page = dashboard(cards, report.problems, report.upkeep.get("coming", ()), settings)
    path = settings.report / DASHBOARD
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, page.encode())
    voice.line(N_("The dashboard lies in {path}"), path=shown(path))
    if browser:
        webbrowser.open(path.as_uri())
    return 0


def _period(text: str, settings: Settings) -> Period:
    try:
        found = parse_period(text or str(settings.today.year))
        day = settings.today
        return found.at(day) if found.start <= day < found.end else found
    except PeriodFault as fault:
        told = Problem("", fault.message, fault.remedy, "--period", fault.value, params=fault.params)
        raise ContentError([told]) from None
