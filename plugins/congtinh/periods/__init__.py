"""Periods of reports: months to years under a cut-off profile, and working days."""

from congtinh.periods.cutoffs import CutOff, cut_off
from congtinh.periods.faults import PeriodFault
from congtinh.periods.period import Kind, Period
from congtinh.periods.spelling import parse_day, parse_period
from congtinh.periods.working_days import WorkingDays

__all__ = [
    "CutOff",
    "Kind",
    "Period",
    "PeriodFault",
    "WorkingDays",
    "cut_off",
    "parse_day",
    "parse_period",
]
