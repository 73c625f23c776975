"""About how wide texts are, and where they are broken: no drawing tells it beforehand."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pulumi_livevox.hours.pictures.names import ISOLATE, POP

# In widths of Roboto, as parts of its size: in bold letters some are a little wider.
_NARROW: Final = dict.fromkeys("ijlI.,:;'|![] ", 0.29) | dict.fromkeys('-`"tfr(){}/\\^', 0.38)
_BROAD: Final = dict.fromkeys("wmMW%@—…", 0.92) | dict.fromkeys("–~", 0.68)
_WIDTHS: Final = _NARROW | _BROAD
_CAPITAL: Final = 0.72
_LETTER: Final = 0.58
_FOREIGN: Final = 0.95
_WIDE: Final = 1.3
"""That of emoji; other wide letters have 1."""

_SLACK: Final = 1.12
"""How much wider than Roboto another font may be, where that is not at hand."""
_FOREIGN_SLACK: Final = 1.3
"""The same of a text with letters that Roboto has not: all of it may be in a font that has them."""
_IN_ROBOTO: Final = re.compile("[\u0000-\u058f\u2000-\u206f]*")


def width_of(text: str, size: float = 12) -> float:
    """Return about how wide a text is in Roboto, in pixels; rather too wide than too narrow."""
    return sum(map(_width, text)) * size


def _width(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    letter = unicodedata.normalize("NFD", letter)[0]
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter.isascii():
        return _CAPITAL if letter.isupper() else _LETTER
    if unicodedata.category(letter) == "So":
        return _WIDE
    return 1 if unicodedata.east_asian_width(letter) in "WF" else _FOREIGN


def wrapped(text: str, width: float, size: float = 12) -> list[str]:
    """Return a text as lines that are no wider than so many pixels, whatever the font."""
    room = width / (_SLACK if _IN_ROBOTO.fullmatch(text) else _FOREIGN_SLACK)
    lines = [""]
    for word in text.split():
        while width_of(word, size) > room:
            fits = _fitting(word, room, size)
            lines.append(word[:fits])
            word = word[fits:]
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return _isolated([line for line in lines if line])


def _fitting(word: str, room: float, size: float) -> int:
    """Return how many characters of a word that is too wide fit, but for parts of a letter."""
    fits = next(count for count in range(len(word), 0, -1) if width_of(word[:count], size) <= room)
    whole = fits
    while whole and (_is_part(word[whole]) or word[whole - 1] == "\N{ZERO WIDTH JOINER}"):
        whole -= 1
    return whole or fits


def _is_part(letter: str) -> bool:
    """Tell whether a character belongs to the one before it."""
    return (_width(letter) == 0 and letter != ISOLATE) or "\U0001f3fb" <= letter <= "\U0001f3ff"


def _isolated(lines: list[str]) -> list[str]:
    """Return lines of which each ends what it isolates, and the next one goes on with it."""
    isolated = []
    begins = ""
    for line in lines:
        line = begins + line
        is_open = line.rfind(ISOLATE) > line.rfind(POP)
        begins = ISOLATE if is_open else ""
        isolated.append(line + POP if is_open else line)
    return isolated
