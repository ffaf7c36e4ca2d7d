"""Names of persons, known and unknown, without the words that follow them.

A known name is the world's. An unknown one begins with a given name, or stands where only a name can: after a title or a verb that
reports. It runs over bare words, what its particles call for (بن, أبو) and one family name with the article, and stops before verbs,
prepositions, times and titles.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from rawi.lang.pack import Language, phrase_keys
from rawi.stages.mentions.vocabulary import Vocabulary
from rawi.stages.mentions.words import Word, Words
from rawi.text.fold import folded
from rawi.text.lexicon import Hit
from rawi.world.things import Name

_LONGEST = 6
_STOPS = frozenset((
    "end", "verb", "office", "rank", "organization", "source", "group", "document", "quantifier", "preposition", "purpose", "place",
    "government", "portfolio",
))  # fmt: skip
_OPENERS = frozenset(("\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}",))
_INDEFINITE = ("\N{ARABIC FATHATAN}", "\N{ARABIC FATHATAN}\N{ARABIC LETTER ALEF}")
_FEMININE = "\N{ARABIC LETTER HEH}"
_PEOPLE = frozenset(("office", "source", "qualifier"))
_NO_NAMES = frozenset(("adjective", "demonym", "metonym"))
_PAST = ("\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER TEH}\N{ARABIC LETTER ALEF}")
_BEH = "\N{ARABIC LETTER BEH}"
_WAW = "\N{ARABIC LETTER WAW}"
_YEH = "\N{ARABIC LETTER YEH}"
_LONG = "\N{ARABIC LETTER ALEF}"
_ENDINGS = (_FEMININE, _LONG, _LONG + "\N{ARABIC LETTER TEH}")
_PERSON = frozenset(("person",))
_FIRM = frozenset(("verb", "preposition"))
# kinds of word, see `Splitter.kinds`
_WORDS, _COMMON, _VERBAL, _NAMES, _EVERYDAY = frozenset("nNVI"), frozenset("nNb"), frozenset("vi"), frozenset("xX"), frozenset("NVIf")


class Found(NamedTuple):
    """A person's name: up to word `last`; the world's thing, or None; `given` where a given name or the world vouches for it."""

    last: int
    thing: int | None
    gender: Literal["m", "f", "either"]
    given: bool
    rule: str


class NameReader(Vocabulary):
    """Finds where the name that begins at a word ends."""

    def __init__(self, words: Words, lang: Language) -> None:
        super().__init__(lang)
        self.words, self.world = words, lang.world
        self._houses = folded(lang.sources.roles.houses)
        self._fathers = folded(lang.sources.roles.fathers)
        self._particles = _written_with_clitic(lang)
        self._longer = {hit.entry.thing for word in words.items for hit in word.names if hit.entry.form == "name" and hit.last > word.last}
        """What the article names by several words: its short name is meant rather than another's of one word."""
        self._named = {thing for word in words.items if word.names for thing in _in_full(word)}
        self._beside = {other for thing, others in lang.world.beside.items() if thing in self._named for other in others}
        """What has its names in doubt beside a body that the article names."""
        self._sequels = sequels(lang)

    def known(self, at: int, kinds: frozenset[str] | None = None, *, weak: bool = False) -> Hit[Name] | None:
        """The longest of the world's names at a word, of some kinds of things.

        Adjectives and metonyms are none; a weak form is one only of what the article names in full, or where `weak` ones are asked for.
        """
        best: Hit[Name] | None = None
        rank = (0, False, False, False)
        for hit in self.words[at].names:
            form, thing = hit.entry.form, hit.entry.thing
            if form in _NO_NAMES or (form == "weak" and not weak and thing not in self._named and not self._besides(hit)):
                continue
            if kinds is not None and self.world.thing(thing).kind not in kinds:
                continue
            place = (hit.last, thing in self._longer, form == "name", thing in self._named)
            if place > rank:
                best, rank = hit, place
        return best

    def _besides(self, hit: Hit[Name]) -> bool:
        """Whether a name in doubt counts beside a body, and no word behind it shows that it is another's: «البند الخامس من القانون»."""
        if hit.entry.thing not in self._beside:
            return False
        keys = tuple(token.key for token in self.words.tokens[hit.last : hit.last + 2])
        return keys not in self._sequels and keys[:1] not in self._sequels

    def _certain(self, at: int, hit: Hit[Name]) -> bool:
        """Whether no other person of the world has the same short name, or the article names this one in full."""
        if hit.entry.form == "name" or hit.entry.thing in self._named:
            return True
        rivals = {other.entry.thing for other in self.words[at].names if other.last == hit.last and other.entry.form in ("name", "short")}
        return len(rivals) == 1

    def _behind_verb(self, at: int) -> bool:
        """Whether a verb stands right before a word: «التقت رايس»."""
        before = self.words[at - 1] if at else None
        return before is not None and not before.mark and not self.words[at].lead and ("verb" in before.features or self.verbal(before))

    def _of_house(self, at: int) -> bool:
        """Whether a name goes on with its bearer's house or, behind his father's name, his family: «علي بن عمير آل جرمان», «خالد بن أحمد
        الداموك» are not those whom one knows by the shorter name."""
        if at >= len(self.words) or self.words[at].lead or self.words[at].mark:
            return False
        word, father = self.words[at], self.words[at - 2] if at > 1 else None
        if word.key in self._houses:
            return True
        behind = father is not None and "particle" in father.features and word.definite
        return behind and self._admits(word, first=False) and not self.common(word)

    def _mistaken(self, at: int, hit: Hit[Name]) -> bool:
        """Whether a short name of one word is another's (أريانا غراندي) or a word as well (المنفى), and nobody is named so in full."""
        word = self.words[at]
        if hit.entry.form == "name" or hit.entry.thing in self._named or hit.last > word.last:
            return False
        before = self.words[at - 1] if at and not word.lead else None
        if before is not None and ("given" in before.features or self.strange(before)):
            return True
        kinds = frozenset(self.kinds(word.key))
        if word.key.endswith(_YEH) and not kinds & _EVERYDAY:
            return False
        return "X" not in kinds and bool(kinds & (_WORDS | _VERBAL))

    def family(self, at: int) -> Found | None:
        """A family name with the article right after an honorific or a rank: الدكتور الغفيص."""
        word = self.words[at]
        if not word.definite or word.lead or word.features or not self._admits(word, first=True):
            return None
        return Found(at + 1, None, "either", True, "name:family")

    def person(self, at: int, *, licensed: bool) -> Found | None:
        """The person's name at a word, or None; `licensed` where a title or a reporting verb before it makes any word a name."""
        if at >= len(self.words) or self.words[at].mark or self.words[at].blocked:
            return None
        hit = self.known(at, _PERSON)
        if hit is not None and not (licensed or self._behind_verb(at)) and self._mistaken(at, hit):
            hit = None
        read = self._unknown(at, licensed)
        if hit is None and read is None and licensed:
            return self._weak(at)
        if hit is not None:
            last = max(self.words.after(hit.last), at + 1)
            family = hit.entry.form == "short" and "given" in self.words[at].features
            if read is None or last >= read.last or not family:
                if self._of_house(last) and read is not None and read.last > last:
                    return read
                thing = hit.entry.thing if self._certain(at, hit) and not self._of_house(last) else None
                return Found(last, thing, self.world.thing(hit.entry.thing).gender, True, "name:world")
        return read

    def _weak(self, at: int) -> Found | None:
        """A family name that is a common word too, or many people's, behind a title: «الرئيس السيسي»; whose it is the post tells."""
        hit = self.known(at, _PERSON, weak=True)
        return Found(max(self.words.after(hit.last), at + 1), None, "either", True, "name:weak") if hit is not None else None

    def _unknown(self, at: int, licensed: bool) -> Found | None:
        word = self.words[at]
        if self.fathered(at):
            return Found(self._run(at, True)[0], None, "either", True, "name:fathered")
        given = word.features.get("given")
        shy = given is None or given[1].shy or (given[0] == word.stem + 1 and self.homograph(word))
        if given is None and not self._admits(word, first=True):
            return None
        if given is None and not licensed and ("particle" not in word.features or "end" in word.features):
            return None
        if given is None and "particle" not in word.features and self._everyday(at):
            return None
        if given is None and (word.definite or self._predicates(at)) and "particle" not in word.features:
            return None
        last, strong = self._run(at, given is None or given[1].table == "arabic")
        length = last - at
        if given is None and not self._stands(at, last):
            return None
        if not licensed and (length < 2 or self._inside(at) or (shy and not strong and not self._titled(last))):
            return None
        gender = given[1].gender if given else "either"
        vouched = (given is not None and (not shy or length > 1)) or (length > 1 and "particle" in word.features)
        return Found(last, None, gender, vouched, "name:given" if given else "name:place")

    def _inside(self, at: int) -> bool:
        """Whether a word that looks like a given name goes on with the name of somebody that nothing else shows: «مساعد بن محمد»."""
        before = self.words[at - 1] if at and not self.words[at].lead else None
        if before is None or self.words[at].key not in self._fathers or "given" not in self.words[at].features:
            return False
        return not (before.mark or before.definite or before.pronoun or before.reports or self.verbal(before) or "end" in before.features)

    def fathered(self, at: int) -> bool:
        """Whether a word must be a given name that nobody has listed, since «son of» follows: «شكيب بن موسى»."""
        word, following = self.words[at], self.words[at + 1] if at + 2 < len(self.words) else None
        if following is None or following.lead or following.definite or following.key not in self._fathers or "given" in word.features:
            return False
        odd = word.mark or word.blocked or word.reports or word.pronoun or word.definite or word.features.keys() - _PEOPLE
        return not (odd or self.verbish(word) or self.common(word)) and self._admits(self.words[at + 2], first=False)

    def _stands(self, at: int, last: int) -> bool:
        """Whether words with no given name among them can be a name: two or more, or one that its sentence sets off."""
        words = self.words
        text, tokens = words.doc.article.text, words.tokens
        if any(text[tokens[w.last - 1].end - 2 : tokens[w.last - 1].end].endswith(_INDEFINITE) for w in words.items[at:last]):
            return False
        if words[at].key.endswith(_FEMININE):
            return False
        if last - at > 1 or last >= len(words):
            return True
        following = words[last]
        return following.mark or following.key in _OPENERS or following.blocked or "office" in following.features

    def _leads(self, word: Word) -> bool:
        """Whether an honorific leads to the next name rather than ends this one: «عبد العزيز الدكتور أحمد», but «محمد الشيخ»."""
        at = self.words.after(word.stem) + 1
        if at >= len(self.words) or self.words[at].mark or self.words[at].lead:
            return False
        following = self.words[at]
        return "given" in following.features or following.features.keys() >= {"honorific"} or (following.definite and not word.definite)

    def _titled(self, at: int) -> bool:
        """Whether a title follows: what stands before it can only be a name."""
        if at < len(self.words) and self.words[at].key == ",":
            at += 1
        return at < len(self.words) and "office" in self.words[at].features and not bool(self.words[at].lead)

    def _family(self, word: Word) -> bool:
        """Whether a word with the article can hardly be but a family name: of relation, of a trade (الحداد), or no noun that is known."""
        trade = len(word.key) == 4 and word.key[2] == _LONG
        kinds = frozenset(self.kinds(word.key))
        return trade or word.key.endswith(_YEH) or bool(kinds & _NAMES) or not kinds & _COMMON

    def _ordinary(self, word: Word, before: int, firm: bool) -> bool:
        """Whether a common word does not belong to the name of so many words before it: it does only behind one that is surely a name."""
        if word.definite:
            return before > 1 or word.key.endswith(_FEMININE)
        return not (firm and before == 1) or word.key.endswith(_ENDINGS)

    def _everyday(self, at: int) -> bool:
        """Whether a word is an everyday one, with no name behind it that would show it to be one too: «السيد فريدون بامتد»."""
        if not frozenset(self.kinds(self.words[at].key)) & _EVERYDAY:
            return False
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return following is None or bool(following.lead) or not self.strange(following)

    def _predicates(self, at: int) -> bool:
        """Whether an unknown word alone has the ending of a verb in the past, or its beginning in the present: جاءت, يواسي."""
        key = self.words[at].key
        if key.startswith(_YEH) and len(key) > 3:
            return True
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return key.endswith(_PAST) and (
            following is None or following.mark or bool(following.lead) or not self._admits(following, first=False)
        )

    def _swallowed(self, at: int) -> bool:
        """Whether the word behind a given name only looks as if it had a particle: «خوان بالاسيوس», «جيمس ووكر», «ناصر باعوم»."""
        given, word = self.words[at].features.get("given"), self.words[at + 1]
        if given is None or given[1].shy or word.mark or word.features or word.names:
            return False
        if word.lead == (_WAW,) and word.key.startswith(_WAW):
            return True
        if self.kinds(word.key) or _WAW in word.lead:
            return False
        return given[1].table == "foreign" or (word.lead == (_BEH,) and not word.definite)

    def end(self, at: int) -> int:
        """Where a name that begins at a word ends, whatever it begins with."""
        return self._run(at, True)[0]

    def _run(self, at: int, family: bool) -> tuple[int, bool]:
        """Where the words of a name end, and whether a particle or second given name shows that it is one."""
        words = self.words
        end, firm = self._past_given(at), "given" in words[at].features and not self.homograph(words[at])
        strong = "particle" in words[at].features
        if "particle" in words[at].features and end < len(words) and self._admits(words[end], first=False, after_particle=True):
            end += 1
        while end < len(words) and end - at < _LONGEST:
            word = words[end]
            if end == at + 1 and word.lead and self._swallowed(at):
                end += 1
                continue
            if (*word.lead, word.key) in self._particles and end + 1 < len(words) and self._admits(words[end + 1], first=False):
                end += 2
                continue
            if words[end - 1].pronoun or word.lead:
                break
            if "particle" in word.features and end + 1 < len(words) and self._admits(words[end + 1], first=False, after_particle=True):
                end, strong = self._past_given(end + 1), True
                continue
            if not self._admits(word, first=False) or (self.common(word) and self._ordinary(word, end - at, firm)):
                break
            if word.definite:
                if family:
                    end, strong = end + 1, strong or self._family(word)
                    if (
                        end + 1 < len(words)
                        and "particle" in words[end].features
                        and self._admits(words[end + 1], first=False, after_particle=True)
                    ):
                        end += 2
                break
            strong = strong or "given" in word.features or self.strange(word)
            family = family or "given" in word.features
            end = self._past_given(end)
        return end, strong

    def _past_given(self, at: int) -> int:
        given = self.words[at].features.get("given")
        return max(self.words.after(given[0]), at + 1) if given else at + 1

    def _admits(self, word: Word, *, first: bool, after_particle: bool = False) -> bool:
        """Whether a word can be part of a name."""
        if word.mark or word.blocked or word.reports or word.pronoun or (word.lead and not first):
            return False
        if after_particle:
            return "given" in word.features or not ("end" in word.features or self.verbal(word))
        if "honorific" in word.features and not first and self._leads(word):
            return False
        if "given" in word.features:
            return not word.features.keys() & _FIRM
        if word.features.keys() & _STOPS or len(word.key) < 2:
            return False
        if word.definite and ("qualifier" in word.features or any(hit.entry.form in ("adjective", "demonym") for hit in word.names)):
            return False
        return not (self.verbal(word) or (word.key.startswith(_YEH) and not word.definite and len(word.key) > 3 and not first))


def _in_full(word: Word) -> list[int]:
    """What the longest of the full names at a word stand for: «جورج بوش الأب» is not «جورج بوش»."""
    full = [hit for hit in word.names if hit.entry.form == "name"]
    longest = max((hit.last for hit in full), default=0)
    return [hit.entry.thing for hit in full if hit.last == longest]


@cache
def sequels(lang: Language) -> frozenset[tuple[str, ...]]:
    """The words behind an article by number alone that show it to be another's than a treaty's."""
    return frozenset(phrase_keys(lang.split, phrase) for phrase in lang.sources.roles.provisions.others)


@cache
def _written_with_clitic(lang: Language) -> frozenset[tuple[str, ...]]:
    """The particles of names that the splitter takes for a conjunction and a word: فان."""
    keys = (phrase_keys(lang.split, word) for word in lang.sources.roles.particles)
    return frozenset(key for key in keys if len(key) == 2)
