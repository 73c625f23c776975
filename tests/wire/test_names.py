"""The names of the package, and that they cost little until they are used."""

import subprocess
import sys

import pytest

from pulumi_livevox import wire


def test_every_name_of_the_package_is_there() -> None:
    names = [name for name in dir(wire) if not name.startswith("_")]

    assert {"General", "SettingsUpdate", "time_to_wire", "DayOfWeek", "WholeNumber"} <= set(names)
    for name in names:
        assert getattr(wire, name) is not None


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="Nonsense"):
        wire.Nonsense  # noqa: B018


def test_phone_numbers_of_ten_digits_load_no_library() -> None:
    program = (
        "import sys; from pulumi_livevox.wire import parse_phone_number as parse; "
        "parse('8773402033'); print('phonenumbers' in sys.modules)"
    )

    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert printed.stdout.strip() == "False"
