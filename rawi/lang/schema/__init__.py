"""The shape of a language pack: one struct for each data file, named like it. Unknown keys are errors."""

from __future__ import annotations

import msgspec

from rawi.lang.schema.clitics import Clitics
from rawi.lang.schema.contexts import Contexts
from rawi.lang.schema.cues import Cues
from rawi.lang.schema.events import Events
from rawi.lang.schema.frames import Frames
from rawi.lang.schema.lights import Lights
from rawi.lang.schema.modality import Modalities
from rawi.lang.schema.names import Names
from rawi.lang.schema.numbers import Numbers
from rawi.lang.schema.pack import Pack
from rawi.lang.schema.patterns import Patterns
from rawi.lang.schema.roles import Roles
from rawi.lang.schema.times import Times
from rawi.lang.schema.units import Units


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """All data files of a pack, parsed; the field `times` is the file `times.toml`."""

    pack: Pack
    clitics: Clitics
    patterns: Patterns
    cues: Cues
    frames: Frames
    roles: Roles
    names: Names
    times: Times
    numbers: Numbers
    units: Units
    events: Events
    lights: Lights
    modality: Modalities
    contexts: Contexts


__all__ = [
    "Clitics", "Contexts", "Cues", "Events", "Frames", "Lights", "Modalities", "Names", "Numbers", "Pack",
    "Patterns", "Roles", "Sources", "Times", "Units",
]  # fmt: skip
