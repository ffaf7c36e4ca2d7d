"""`cues.toml`: the verbs, nouns and phrases that report."""

from __future__ import annotations

import msgspec

from rawi.lang.schema.patterns import Verb
from rawi.model import Act


class Verbs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs of one act that take what they report in the same ways.

    `frames` are complements of `frames.toml`; `shy` verbs are common words too, and report only where «that», a colon or a
    quotation mark shows it. `relay` are the words before the other whose words a verb hands on (نقلت تاس عن أوشاكوف); with `learns` only
    that other is a hand: who learned is the outlet. `begins`: the nouns one of which must begin what such a verb reports as a noun (أبدى
    استعداده). `document`: reports only with a document or medium it stands in (جاء في البيان). `undenied`: who does not do it says
    something too (لم يستبعد أن).
    """

    act: Act
    frames: tuple[str, ...]
    shy: bool = False
    relay: tuple[str, ...] = ()
    learns: bool = False
    begins: tuple[str, ...] = ()
    document: bool = False
    undenied: bool = False
    verbs: tuple[Verb, ...]


class Attribution(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that attribute what stands before or after them to whom they name: بحسب, وفقا لـ, على حد قول.

    `clause` words take a verb that reports (حسبما أعلن مكتبه); `source` ones name from where a carrier has it (نقلا عن). `also`: the
    word is «also» too, and attributes only where its clause says no more than who spoke (كما قال الوزير).
    """

    act: Act
    words: tuple[str, ...]
    lemma: str
    clause: bool = False
    source: bool = False
    also: bool = False


class Nouns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns of reporting that are no masdar of a verb above, with whom they belong to behind them: مزاعم, تصريحات."""

    act: Act
    frames: tuple[str, ...]
    words: tuple[str, ...]


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `cues.toml`."""

    verbs: tuple[Verbs, ...]
    attribution: tuple[Attribution, ...]
    nouns: tuple[Nouns, ...]
