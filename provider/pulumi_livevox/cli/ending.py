"""How a command ends: with a code, and with one message where something went wrong."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Final, NoReturn

from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.cli.visible import visible
from pulumi_livevox.client import LiveVoxError

debugging: Final = ContextVar("debugging", default=False)
"""Whether tracebacks are shown."""

_PACKAGE: Final = Path(__file__).parent.parent


@contextmanager
def ending() -> Iterator[None]:
    """Do something, and end the process where that raises an error: no traceback, one message."""
    try:
        yield
        sys.stdout.flush()
    except KeyboardInterrupt as interruption:
        _tell("Interrupted.", interruption)
        # Python would wait for the calls that other threads are making.
        os._exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        _end(ExitCode.UNREAD)
    except LiveVoxError as error:
        _tell(str(error), error)
        _end(ExitCode.FAILED)
    except OSError as error:
        _tell(_refused(error), error)
        _end(ExitCode.FAILED)
    except Exception as error:
        if type(error).__module__.startswith(("click.", "typer.")):
            # Typer's own way to end a command: it tells what is wrong with the arguments.
            raise
        _tell(_unforeseen(error), error)
        _end(ExitCode.FAILED)


def _tell(words: str, error: BaseException) -> None:
    """Say what went wrong, below what was printed before."""
    with suppress(OSError):
        sys.stdout.flush()
    with suppress(OSError):
        if debugging.get():
            # Without the values of variables: credentials are among them.
            traceback.print_exception(error)
        print(visible(words), file=sys.stderr, flush=True)


def _end(code: ExitCode) -> NoReturn:
    try:
        sys.stdout.flush()
    except OSError:
        # Python would try to write once more when it ends, and tell that it can't.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _refused(error: OSError) -> str:
    """Say what the system refused: a file that may not be read, a disk that is full."""
    about = f"{error.filename}: " if error.filename is not None else ""
    return f"The system refused it: {about}{error.strerror or error}."


def _unforeseen(error: Exception) -> str:
    """Name the kind and the place of an error that nobody thought of."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if Path(each.filename).is_relative_to(_PACKAGE)]
    at = (ours or frames)[-1]
    file = Path(at.filename)
    place = file.relative_to(_PACKAGE.parent) if ours else file
    return (
        f"An error that is not foreseen: {type(error).__name__} at {place}, line {at.lineno}; "
        "with --debug it is shown how it came about: please report that."
    )
