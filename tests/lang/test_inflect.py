"""Inflection: every form of every verb of the pack, against the forms a morphological lexicon knows."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from rawi.errors import PackError
from rawi.lang.inflect import Form, Inflector
from rawi.lang.pack import load
from rawi.lang.schema.patterns import Pattern, Verb
from rawi.text.fold import fold

SOURCES = load().sources
INFLECTOR = Inflector(SOURCES.patterns)
MORPH = Path(__file__).parents[3] / "shared/data/lexicon"
_BUCKWALTER = dict(zip("'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYy{", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيا", strict=True))


def forms(lemma: str, pattern: str) -> list[Form]:
    return list(INFLECTOR.forms(Verb(lemma=lemma, pattern=pattern)))


def letters(lemma: str, pattern: str, mood: str) -> set[str]:
    return {form.letters for form in forms(lemma, pattern) if form.mood == mood}


@pytest.mark.parametrize("pattern", SOURCES.patterns.pattern, ids=lambda p: p.name)
def test_a_pattern_makes_the_forms_of_its_example(pattern: Pattern) -> None:
    lemma, *others = pattern.example.split()
    made = {form.letters for form in forms(lemma, pattern.name)} | {lemma}
    assert lemma in letters(lemma, pattern.name, "past")
    assert set(others[:1]) <= letters(lemma, pattern.name, "present")
    assert set(others[1:]) <= made


@pytest.mark.parametrize(
    ("lemma", "pattern", "some"),
    [
        ("قال", "I-hollow-w", {"قالت", "قالوا", "قلنا", "يقول", "تقول", "يقولون", "قيل", "يقال", "قائلا"}),
        ("نفى", "I-final-y", {"نفت", "نفوا", "نفيا", "ينفي", "ينفون", "نافيا"}),
        ("أكد", "II-hamza", {"أكدت", "يؤكد", "مؤكدا", "مؤكدة", "مؤكدين", "تأكيد"}),
        ("ادعى", "VIII-d-final", {"ادعت", "ادعوا", "يدعي", "مدعيا", "ادعاء"}),
    ],
)
def test_weak_verbs_keep_their_ways(lemma: str, pattern: str, some: set[str]) -> None:
    assert some <= {form.letters for form in forms(lemma, pattern)}


def test_forms_tell_person_number_and_gender() -> None:
    told = {(f.letters, f.person, f.number, f.gender) for f in forms("أعلن", "IV") if f.mood == "past"}
    assert {("أعلن", 3, "s", "m"), ("أعلنت", 3, "s", "f"), ("أعلنوا", 3, "p", "m"), ("أعلنا", 3, "d", "m")} <= told


def test_a_lemma_of_another_pattern_is_told_so() -> None:
    with pytest.raises(PackError, match="is no verb of pattern"):
        forms("أعلن", "I-hollow-w")


def _strong(verb: Verb) -> bool:
    """The lexicon parts a weak last letter from the stem and writes two hamzas as one: such verbs cannot be compared."""
    return "final" not in verb.pattern and verb.lemma[-1] != "أ" and (verb.pattern, verb.lemma[0]) != ("I", "أ")


def _arabic(written: str) -> str:
    return fold("".join(_BUCKWALTER.get(char, "") for char in written))


@pytest.mark.skipif(not MORPH.exists(), reason="the verb lexicon lies in ../shared, which is not here")
@pytest.mark.parametrize(("file", "mood"), [("camel_morph_verbs_PV.csv.gz", "past"), ("camel_morph_verbs_IV.csv.gz", "present")])
def test_the_strong_cues_stems_are_those_of_a_morphological_lexicon(file: str, mood: str) -> None:
    with gzip.open(MORPH / file, "rt", encoding="utf-8") as lines:
        known = {_arabic(row["FORM"]) for row in csv.DictReader(lines)}
    strange = []
    for verb in filter(_strong, (verb for group in SOURCES.cues.verbs for verb in group.verbs)):
        third = [f.letters for f in INFLECTOR.forms(verb) if f.mood == mood and f.person == 3 and f.number == "s" and f.gender == "m"]
        stems = {fold(form)[(mood == "present") :] for form in third}
        if third and not stems & known:
            strange.append((verb.lemma, verb.pattern, third))
    assert not strange
