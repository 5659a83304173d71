"""Days as people write them: read in every form, never one that has been, and asked back where none is meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goedwerk_tui.guidance.days import day_in

SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("18 december", "2026-12-18"),
        ("18 dec.", "2026-12-18"),
        ("18e december", "2026-12-18"),
        ("op 18 december", "2026-12-18"),
        ("vóór 18 december", "2026-12-18"),
        ("18-12", "2026-12-18"),
        ("18/12", "2026-12-18"),
        ("18.12.26", "2026-12-18"),
        ("2026-12-18", "2026-12-18"),
        ("vr 18 dec", "2026-12-18"),
        ("Vrijdag, 18 december 2026", "2026-12-18"),
        ("vrijdag", "2026-12-04"),
        ("a.s. vrijdag", "2026-12-04"),
        ("komende dinsdag", "2026-12-01"),
        ("zaterdag", "2026-12-05"),
        ("volgende week vrijdag", "2026-12-04"),
        ("volgende week", "2026-11-30"),
        ("vandaag", "2026-11-28"),
        ("morgen", "2026-11-29"),
        ("overmorgen", "2026-11-30"),
        ("over een week", "2026-12-07"),
        ("over twee weken", "2026-12-14"),
        ("over 7 dagen", "2026-12-05"),
        ("over 3 maanden", "2027-02-26"),
        ("week 3", "2027-01-18"),
        ("half januari", "2027-01-15"),
        ("eind februari", "2027-02-26"),
        ("28 november", "2026-11-28"),
        ("27 november", "2027-11-27"),
        ("9 mrt", "2027-03-09"),
        ("29 feb", "2028-02-29"),
        ("3-12-2020", "2020-12-03"),
    ],
)
def test_a_day_is_read_in_every_dutch_form(written: str, read: str) -> None:
    assert str(day_in(written, SATURDAY)) == read


@pytest.mark.parametrize(
    "written", ["na het reces", "in het voorjaar", "donderdag 18 december", "31-2", "12", "mei", "", "over nul dagen"]
)
def test_what_names_no_day_is_asked_back(written: str) -> None:
    assert day_in(written, SATURDAY) is None


def test_without_today_only_a_whole_date_is_read() -> None:
    assert day_in("vrijdag") is None
    assert day_in("18 december") is None
    assert str(day_in("18 december 2026")) == "2026-12-18"


@given(st.text(), st.dates())
def test_anything_may_be_written(text: str, today: date) -> None:
    day_in(text, today)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(["{0.day}-{0.month}", "vr"]))
def test_what_names_no_year_never_has_been(today: date, form: str) -> None:
    read = day_in(form.format(today), today)
    assert read is None or read >= today
