"""The code that pages show."""

import re

from tests.rig import ROOT

_CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)
_FILE = re.compile(r"# (\w+\.py)\n")


def shown_programs(page: str, section: str = "") -> list[str]:
    """The parts of the program that a page, or one section of it, shows; no files by name."""
    return [code for code in _code(page, section) if not _FILE.match(code)]


def shown_files(page: str) -> dict[str, str]:
    """The files that a page shows, by the name in their first line."""
    named = ((_FILE.match(code), code) for code in _code(page))
    return {match[1]: code for match, code in named if match}


def _code(page: str, section: str = "") -> list[str]:
    text = (ROOT / page).read_text()
    if section:
        text = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    blocks = _CODE.findall(text)
    assert blocks, f"{page} shows no code"
    return blocks
