"""Names that nobody has listed, told by where they stand: «في داماتورو», «الفرنسي ريبيري», «إن تسيبراس أكد»."""

from __future__ import annotations

from rawi.document import Reference
from rawi.model import EntityKind
from rawi.stages.mentions.persons import named
from rawi.stages.mentions.reading import Reading
from rawi.stages.mentions.words import Word

_LONGEST = 3
_NEAR = 4  # tokens, such as a number in brackets, between two names of a list
_NATIONAL = frozenset(("adjective", "demonym"))
_INFLECTED = (
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER TEH}\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}",
)  # fmt: skip
_BEFORE_VERBS = ((), ("\N{ARABIC LETTER WAW}",), ("\N{ARABIC LETTER FEH}",))
_WAW = ("\N{ARABIC LETTER WAW}",)


def stranger(reading: Reading, at: int) -> int:
    """Reads words of no lexicon and no language known as a place or a person where nothing else can stand; gives the word after them."""
    words, names = reading.words, reading.names
    if names.fathered(at):
        return named(reading, at)
    if at == 0 or not _unheard(reading, words[at]) or words[at].key.endswith(_INFLECTED):
        return at
    last = at + 1
    while last < len(words) and last - at < _LONGEST and not words[last].lead and names.strange(words[last]):
        last += 1
    kind = _kind(reading, at, last)
    if kind is None or (kind == "place" and not names.strange(words[at])):
        return at
    if kind == "person":
        last = max(last, names.end(at))
    reference = Reference(
        first=0, last=0, form="name", kind=kind, name=reading.tokens(at, last), definite=True, why=(f"stranger:{kind}",),
    )  # fmt: skip
    return reading.add(at, last, reference)


def _unheard(reading: Reading, word: Word) -> bool:
    """Whether a word is one that nobody has listed, or a given name by itself."""
    given = word.features.get("given")
    alone = given is not None and not given[1].shy and len(word.features) == 1 and not word.names
    return reading.names.strange(word) or (alone and not (word.mark or word.blocked or word.definite or word.pronoun))


def _kind(reading: Reading, at: int, last: int) -> EntityKind | None:
    words = reading.words
    before, word = words[at - 1], words[at]
    bare = not (word.lead or before.definite or before.pronoun or before.mark)
    if bare and before.key in reading.inside and not _goes_on(reading, last):
        return "place"
    if word.lead == _WAW and not _goes_on(reading, last):
        return _joined(reading, at, last)
    if word.lead:
        return None
    acting = before.key in reading.openers and _acts(reading, last)
    kin = before.pronoun and before.key in reading.kin
    return "person" if acting or kin or _behind_verb(reading, at, last) or _countryman(reading, at, last) else None


def _behind_verb(reading: Reading, at: int, last: int) -> bool:
    """Whether a verb stands before, or for several words what may be one."""
    before = reading.words[at - 1]
    if before.mark or before.definite or before.lead not in _BEFORE_VERBS or _goes_on(reading, last):
        return False
    return reading.names.verbal(before) or (last - at > 1 and reading.names.verbish(before))


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a noun follows that makes a foreign common word of what stands before it: «في بروتوكول التعاون»."""
    words = reading.words
    if at >= len(words) or words[at].mark or words[at].lead or words[at].blocked:
        return False
    word = words[at]
    if any(hit.entry.form in _NATIONAL for hit in word.names):
        return not word.definite
    return word.definite or reading.phrases.adjectival(word)


def _joined(reading: Reading, at: int, last: int) -> EntityKind | None:
    """What a stranger behind «and» is: a place or a person where one ends right before («في حلب وكفريا»), or near, for several words."""
    found = reading.found[-1] if reading.found else None
    if found is None or found.form != "name" or found.name is None or found.kind not in ("place", "person"):
        return None
    gap = reading.words[at - 1].last - found.last
    return found.kind if gap == 0 or (0 < gap <= _NEAR and last - at > 1 and found.kind == "person") else None


def _countryman(reading: Reading, at: int, last: int) -> bool:
    """Whether an adjective of a state with the article stands before, as a man's: «الأرجنتيني ماسكيرانو»; after a noun, two words must."""
    words = reading.words
    before = words[at - 1]
    if not before.definite or not any(hit.entry.form == "adjective" for hit in before.names):
        return False
    noun = words[at - 2] if at > 1 else None
    return last - at > 1 or noun is None or not noun.definite


def _acts(reading: Reading, at: int) -> bool:
    words = reading.words
    return at < len(words) and not words[at].lead and (words[at].reports or "verb" in words[at].features or reading.names.verbal(words[at]))
