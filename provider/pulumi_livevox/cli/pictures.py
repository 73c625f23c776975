"""Pictures of hours as files: each written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pulumi_livevox.cli.missing_extras import needing
from pulumi_livevox.cli.visible import visible
from pulumi_livevox.run.files import write_whole
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.files import writing_to

if TYPE_CHECKING:
    from pulumi_livevox.hours.pictures.picture import Picture


def refuse_places(files: Mapping[str, Path]) -> None:
    """Refuse files that can't be written where they are asked for, before anything is read.

    Files are by the name of their option.
    """
    for option, file in files.items():
        if not file.parent.is_dir():
            _refuse(option, f"there is no folder {file.parent}: make it, or name another file")
        if file.is_dir():
            _refuse(option, f"{file} is a folder: name a file")
        if file.exists() and not file.is_file():
            _refuse(option, f"{file} is a device or a pipe: name a file")
    if len({file.resolve() for file in files.values()}) < len(files):
        _refuse(next(iter(files)), "another picture has the same file: name one for each")


def drawn(form: str, picture: Picture) -> str | bytes:
    """Return a picture in a form: svg, png or html. Ends where the extra that draws is missing.

    Raises TaskError where it is too high for its form.
    """
    with needing("pictures"):
        from pulumi_livevox.hours.pictures import page, png, svg

        draw: dict[str, Callable[[Picture], str | bytes]]
        draw = {"svg": svg.draw, "png": png.draw, "html": page.draw}
        try:
            return draw[form](picture)
        except png.TooHigh as error:
            raise TaskError(str(error)) from None


def write(drawings: Mapping[Path, str | bytes], *, is_told: bool) -> None:
    """Write pictures that are drawn, and tell which where that is wanted.

    Raises TaskError where one can't be written.
    """
    for file, drawing in drawings.items():
        with writing_to(file, again="run the same command again"):
            write_whole(file, drawing)
    if drawings and is_told:
        print(visible(f"Written: {', '.join(map(str, drawings))}"))


def _refuse(option: str, why: str) -> None:
    raise typer.BadParameter(why, param_hint=f"--{option}")
