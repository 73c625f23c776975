"""Shortening a life that misses: which of its steps are needed for that."""

from collections.abc import Callable

from tests.lives.steps import Command, Life


def shrink(life: Life, misses: Callable[[Life], bool], tries: int) -> Life:
    """Return a life that still misses, with as few steps as a bounded number of tries finds.

    Runs of steps are left out, long ones first; then what adorns the commands is.
    """
    left = tries

    def still(shorter: Life) -> bool:
        nonlocal left
        left -= 1
        return left >= 0 and misses(shorter)

    length = len(life.steps) // 2
    while length:
        start = 0
        while start < len(life.steps):
            shorter = Life(steps=life.steps[:start] + life.steps[start + length :])
            if still(shorter):
                life = shorter
            else:
                start += length
        length //= 2
    return _plainer(life, still)


def _plainer(life: Life, still: Callable[[Life], bool]) -> Life:
    for index, step in enumerate(life.steps):
        if not isinstance(step, Command):
            continue
        for name in ("trouble", "flags", "refresh", "dependents", "targets", "excludes"):
            field = Command.model_fields[name]
            now = life.steps[index]
            if getattr(now, name) == field.default:
                continue
            plain = now.model_copy(update={name: field.default})
            plainer = Life(steps=(*life.steps[:index], plain, *life.steps[index + 1 :]))
            if still(plainer):
                life = plainer
    return life
