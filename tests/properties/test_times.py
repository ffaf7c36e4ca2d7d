"""Every date of two centuries comes back as itself, in each family of forms that newspapers write it in and in digits of each script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from num2words import num2words  # type: ignore[import-untyped]

from rawi.document import Document
from rawi.lang.calendar import from_hijri
from rawi.lang.pack import load
from rawi.model import Article, Time
from rawi.stages.quantities import quantities
from rawi.stages.strands import strands
from rawi.stages.terms import terms
from rawi.stages.times import times
from rawi.text.sentences import sentences

LANG = load()
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
DAYS = (LAST - FIRST).days + 1
HIJRI_FIRST, HIJRI_LAST = date(1924, 8, 1), date(2077, 11, 16)

WEST = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
LEVANT = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"]
MAGHREB = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
HIJRI = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الثاني",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذي القعدة",
    "ذي الحجة",
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
UNITS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
TENS = {20: "العشرين", 30: "الثلاثين"}


def ordinal(number: int) -> str:
    """The number of a day as an ordinal."""
    if number <= 10:
        return UNITS[number - 1]
    unit = "الحادي" if number % 10 == 1 else UNITS[number % 10 - 1]
    if number < 20:
        return f"{unit} عشر"
    ten = TENS[number // 10 * 10]
    return f"{unit} و{ten}" if number % 10 else ten


def hijri(day: date) -> str:
    there = Gregorian(day.year, day.month, day.day).to_hijri()
    return f"{there.day} {HIJRI[there.month - 1]} {there.year} هـ"


def year_in_words(year: int) -> str:
    """A year spelled by num2words, but for the one that it spells as if a noun followed («ألفا»)."""
    return "ألفين" if year == 2000 else str(num2words(year, lang="ar"))


Form = Callable[[date], str]
FORMS: dict[str, Form] = {
    "western month": lambda d: f"{d.day} {WEST[d.month - 1]} {d.year}",
    "levantine month": lambda d: f"{d.day} {LEVANT[d.month - 1]} {d.year}",
    "maghrebi month": lambda d: f"{d.day} {MAGHREB[d.month - 1]} {d.year}",
    "month in brackets": lambda d: f"{d.day} {WEST[d.month - 1]} ({LEVANT[d.month - 1]}) {d.year}",
    "month behind a slash": lambda d: f"{d.day} {LEVANT[d.month - 1]}/{WEST[d.month - 1]} {d.year}",
    "ordinal": lambda d: f"{ordinal(d.day)} من {WEST[d.month - 1]} {d.year}",
    "ordinal of the month of": lambda d: f"{ordinal(d.day)} من شهر {LEVANT[d.month - 1]} عام {d.year}",
    "month of a year": lambda d: f"{d.day} {WEST[d.month - 1]} من عام {d.year}",
    "era": lambda d: f"{d.day} {WEST[d.month - 1]} {d.year}م",
    "month first": lambda d: f"{WEST[d.month - 1]} {d.day}، {d.year}",
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "two digits each": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "year first": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "dashes": lambda d: f"{d.day}-{d.month}-{d.year}",
    "points": lambda d: f"{d.day}.{d.month}.{d.year}",
    "iso": lambda d: d.isoformat(),
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {WEST[d.month - 1]} {d.year}",
    "weekday that agrees": lambda d: f"{WEEKDAYS[d.weekday()]} الموافق {d.day} {LEVANT[d.month - 1]} {d.year}",
    "year in words": lambda d: f"{d.day} {WEST[d.month - 1]} سنة {year_in_words(d.year)}",
}
SCRIPTS = {"ascii": "0123456789", "arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹"}


def times_of(text: str, published: str | None = None) -> tuple[Time, ...]:
    tokens = LANG.tokens(text)
    doc = Document(article=Article(id="test", text=text, published=published), tokens=tokens, sentences=sentences(text, tokens))
    doc = replace(doc, terms=terms(doc, LANG))
    return times(replace(doc, strands=strands(doc, LANG)), LANG)


def written(day: date, form: Form, script: str) -> str:
    return form(day).translate(str.maketrans(SCRIPTS["ascii"], script))


def check(days: list[date], form: Form, script: str) -> None:
    """The dates, one a line, are found whole and come back as themselves."""
    lines = [written(day, form, script) for day in days]
    found = times_of("\n".join(f"في {line}." for line in lines))
    assert [(t.text, t.value) for t in found] == [(line, day.isoformat()) for line, day in zip(lines, days, strict=True)]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_date_comes_back(form: Form) -> None:
    """All days of 1900 to 2100 between the forms and scripts, each form some thousands of them."""
    turn = list(FORMS.values()).index(form)
    for number, script in enumerate(SCRIPTS.values()):
        days = [FIRST + timedelta(days=at) for at in range(turn, DAYS, len(FORMS))][number :: len(SCRIPTS)]
        for at in range(0, len(days), 200):
            check(days[at : at + 200], form, script)


@given(st.dates(FIRST, LAST), st.sampled_from(sorted(FORMS)), st.sampled_from(sorted(SCRIPTS)))
@settings(max_examples=600, deadline=None)
def test_any_date_in_any_form_comes_back(day: date, form: str, script: str) -> None:
    check([day], FORMS[form], SCRIPTS[script])


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_every_hijri_date_comes_back(script: str) -> None:
    """All days of the Umm al-Qura tables between the scripts, its months of 28 and 31 days with them in each."""
    turn = list(SCRIPTS.values()).index(script)
    days = [HIJRI_FIRST + timedelta(days=at) for at in range((HIJRI_LAST - HIJRI_FIRST).days + 1)]
    taken = [day for at, day in enumerate(days) if at % len(SCRIPTS) == turn or day.year in (1924, 1927, 1930, 1931, 1945)]
    for at in range(0, len(taken), 200):
        check(taken[at : at + 200], hijri, script)


def test_no_day_of_a_hijri_month_does_harm() -> None:
    """Days follow one another through each month of 17 centuries, and a day that no month has is none."""
    for year, month in product(range(1, 1701), range(1, 13)):
        days = [from_hijri(year, month, day) for day in range(1, 33)]
        told = [day for day in days if day]
        assert len(told) in (30, 31)
        assert days[len(told) :] == [None] * (32 - len(told))
        assert all(after - before == timedelta(days=1) for before, after in pairwise(told))


@given(st.dates(HIJRI_FIRST, HIJRI_LAST))
@settings(max_examples=200, deadline=None)
def test_both_calendars_side_by_side_are_one_day(day: date) -> None:
    text = f"صدر في {hijri(day)} الموافق {day.day} {WEST[day.month - 1]} {day.year} م."
    assert {t.value for t in times_of(text)} == {day.isoformat()}


@given(st.dates(FIRST, LAST), st.integers(min_value=0, max_value=6))
@settings(max_examples=300, deadline=None)
def test_a_weekday_lies_within_a_week_on_the_side_of_its_verb(day: date, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    past, ahead = times_of(f"أعلنت الوزارة {name} النتائج.\nستعلن الوزارة {name} النتائج.", published=day.isoformat())
    back, forward = date.fromisoformat(past.value or ""), date.fromisoformat(ahead.value or "")
    assert back.weekday() == forward.weekday() == weekday
    assert timedelta(0) <= day - back < timedelta(7)
    assert timedelta(0) <= forward - day < timedelta(7)


@given(st.dates(date(1901, 1, 1), LAST), st.integers(min_value=3, max_value=10))
@settings(max_examples=200, deadline=None)
def test_days_ago_are_counted(day: date, count: int) -> None:
    found = times_of(f"وصل الوفد قبل {num2words(count, lang='ar')} أيام.", published=day.isoformat())
    assert [t.value for t in found] == [(day - timedelta(days=count)).isoformat()]


@given(st.dates(FIRST, LAST))
@settings(max_examples=200, deadline=None)
def test_a_page_without_a_day_counts_from_none(day: date) -> None:
    """Relative times stay without a value; a date that is written out has its own."""
    relative, full = times_of(f"أعلن المتحدث أمس النتائج.\nصدر القرار في {day.day} {WEST[day.month - 1]} {day.year}.")
    assert (relative.value, relative.anchor, full.value) == (None, None, day.isoformat())


WORDS = [word for row in LANG.sources.times.word for word in row.words] + [word for row in LANG.sources.numbers.word for word in row.words]
FIGURES = ["0", "7", "13", "29", "31", "99", "366", "1343", "1437", "1899", "2016", "2200", "9999", "1.5", "10,000", "٢٠١٥", "9" * 30]
MARKS = [".", "،", "-", "/", "(", ")", ":", "%", "$", "«", "»", "\n", "و", "ب", "ال"]
mixtures = st.lists(st.sampled_from([*WORDS, *FIGURES, *MARKS]), max_size=14).map(" ".join)
"""The words of times and numbers in an order that no newspaper would print."""


@given(mixtures, st.sampled_from([None, "2016-02-29", "0001-01-01", "9999-12-31"]))
@settings(max_examples=600, deadline=None)
def test_no_order_of_words_does_harm(text: str, published: str | None) -> None:
    """Whatever stands beside whatever: spans slice their words, stand in order, and quantities keep out of times."""
    found = times_of(text, published)
    tokens = LANG.tokens(text)
    doc = Document(article=Article(id="test", text=text), tokens=tokens, sentences=sentences(text, tokens), times=found)
    counted = quantities(replace(doc, terms=terms(doc, LANG)), LANG)
    spans = sorted([(t.start, t.end, t.text) for t in found] + [(q.start, q.end, q.text) for q in counted])
    assert all(text[start:end] == words for start, end, words in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
