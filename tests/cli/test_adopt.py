"""`pulumi-livevox adopt`: what ends before anything is previewed."""

import subprocess
from pathlib import Path

import pytest

from tests.rig import PYTHON


def adopt(folder: Path, *options: str) -> tuple[int, str]:
    """Run the command where nobody answers, and where there is no pulumi; its code and errors."""
    ended = subprocess.run(
        [PYTHON / "pulumi-livevox", "adopt", *options],
        cwd=folder,
        env={"PATH": str(folder), "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in ended.stderr
    return ended.returncode, ended.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Nobody can answer here: add --yes to write without asking, or --dry-run to look."),
        (("--dry-run", "--yes"), "--dry-run writes nothing: leave it out, or --yes."),
        (("--dry-run", "--up"), "--dry-run writes nothing: leave it out, or --up."),
        (("--dry-run", "--call-center", "x"), "Invalid value for '--call-center'"),
    ],
)
def test_options_that_can_not_be_meant_are_refused(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    code, errors = adopt(tmp_path, *options)

    assert (code, told in errors) == (2, True), errors


def test_a_folder_of_no_project_is_told(tmp_path: Path) -> None:
    code, errors = adopt(tmp_path, "--dry-run")

    assert (code, "there is no Pulumi.yaml in" in errors) == (1, True), errors


def test_a_machine_without_pulumi_is_told(tmp_path: Path) -> None:
    (tmp_path / "Pulumi.yaml").write_text("name: shop\nruntime: python\n")

    code, errors = adopt(tmp_path, "--dry-run", "--stack", "dev")

    assert (code, "there is no pulumi on the PATH" in errors) == (1, True), errors
