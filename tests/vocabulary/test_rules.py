"""Rules of self-scoring sheets: what is one, and that nothing in them is ever run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.vocabulary.rules import RuleFault, calls, names_of, parsed_rule


@pytest.mark.parametrize(
    "rule",
    [
        'count(section="43:10.1.b") >= 50',
        'coverage("43:10.1.a") == "present"',
        'coverage("43:10.1.a", language="en") != "empty" and parity("minimum") == 100',
        "on_time >= 90",
        'posted(type="news", language="en") / 12 >= 2.5',
        'not (count(unit="van-phong") < 5 or reviewed("43:10.1.b"))',
        'count(section="43:11") - 3 > 0',
        'parity("minimum") / 100',
        "True",
        "-1 < tin_bai",
    ],
)
def test_a_rule_is_read(rule: str) -> None:
    """Truths, and shares of the points."""
    assert parsed_rule(rule) is not None


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "count(section=",
        '__import__("os").system("true")',
        'count.__class__("x") >= 1',
        "().__class__",
        "[x for x in (1, 2)]",
        "lambda: 1",
        "2 ** 9999",
        "1 if 2 > 1 else 0",
        "(count() >= 1)()",
        'f"{on_time}" == "present"',
        "count(5) >= 1",
        "count(chuyen_muc='x') >= 1",
        'count(**{"section": "x"}) >= 1',
        'count(section="a", section="b") >= 1',
        "coverage() == 'present'",
        'coverage("43:10.1.a") == "đủ"',
        'coverage("43:10.1.a") >= 5',
        'coverage("43:10.1.a")',
        'coverage("43:10.1.a") + 1 >= 2',
        '"a" * 99999999 == "present"',
        "1 < 2 < 3",
        "count() and 5",
        "not 5",
        "(count() >= 1) + 1 >= 2",
        "sum(count()) >= 1",
        "x := 5",
        "1" + "+1" * 400,
        "(" * 450 + ")" * 40,
        "\x00",
    ],
)
def test_what_is_no_rule_is_refused_with_a_remedy(rule: str) -> None:
    """Only what the whitelist knows, of kinds that fit; each refusal says what to write."""
    with pytest.raises(RuleFault) as told:
        parsed_rule(rule)

    assert told.value.message
    assert told.value.remedy


def test_a_rule_tells_what_it_asks() -> None:
    """Its functions with their arguments by name, and the figures that it names."""
    tree = parsed_rule('coverage("43:10.1.a", language="en") == "present" and on_time >= tin_bai')

    assert list(calls(tree)) == [("coverage", {"section": "43:10.1.a", "language": "en"})]
    assert set(names_of(tree)) == {"on_time", "tin_bai"}


@given(st.text(alphabet="count(section=\"43:10.1.b\") >=<!+-*/andornt'[]{}.,_0129%@:\\\n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing that an editor types stops a build with a trace."""
    try:
        parsed_rule(text)
    except RuleFault as fault:
        assert fault.remedy
