"""`pulumi-livevox adopt`: what ends before anything is previewed."""

from pathlib import Path

import pytest

from tests.cli.command import Ended, run


def adopt(folder: Path, *options: str) -> Ended:
    """Run the command where there is no pulumi."""
    return run({"PATH": str(folder), "HOME": str(folder)}, "adopt", *options, folder=folder)


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
    ended = adopt(tmp_path, *options)

    assert (ended.code, told in ended.errors) == (2, True), ended.errors


def test_a_folder_of_no_project_is_told(tmp_path: Path) -> None:
    ended = adopt(tmp_path, "--dry-run")

    assert (ended.code, "there is no Pulumi.yaml in" in ended.errors) == (1, True), ended.errors


def test_a_machine_without_pulumi_is_told(tmp_path: Path) -> None:
    (tmp_path / "Pulumi.yaml").write_text("name: shop\nruntime: python\n")

    ended = adopt(tmp_path, "--dry-run", "--stack", "dev")

    assert (ended.code, "there is no pulumi on the PATH" in ended.errors) == (1, True), ended.errors
