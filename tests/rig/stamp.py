"""Says which code figures are of: the day, the commit, and whether anything differed from it."""

import subprocess
from datetime import date
from pathlib import Path


def stamp(tree: Path = Path(__file__).parent) -> str:
    """Such as "2026-11-28, commit 770d398 with changes"; changed pages of docs/ do not count."""
    commit = _git(tree, "rev-parse", "--short", "HEAD")
    if not commit:
        return f"{date.today()}, no commit known"
    changed = _git(tree, "status", "--porcelain", "--", ":/", ":(top,exclude)docs")
    return f"{date.today()}, commit {commit}{' with changes' if changed else ''}"


def _git(tree: Path, *words: str) -> str:
    """What git says; nothing where there is no git or no repository."""
    try:
        done = subprocess.run(["git", "-C", tree, *words], capture_output=True, text=True)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()
