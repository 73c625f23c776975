"""`pulumi-livevox export` as users run it: what it says, and how it ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from pulumi_livevox.cli.export_text import print_exported
from pulumi_livevox.tasks.exporting.record import RECORD
from pulumi_livevox.wire.settings import SettingsUpdate
from tests.cli.command import Ended, run
from tests.export.exporting import OF_433, Exports
from tests.rig.platform import Platform
from tests.rig.sandbox import PASSWORD, TOKEN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the command is given."""
    return tmp_path


def export(platform: Platform, folder: Path, *arguments: str) -> Ended:
    return run(platform.environ, "export", "lines", *arguments, folder=folder)


def test_it_says_what_was_exported_and_what_to_do_next(platform: Platform, folder: Path) -> None:
    ended = export(platform, folder, "--call-center", "433", "--name", "template*")
    assert ended.code == 0
    assert ended.lines == [
        f"2 services of SANDBOX at {platform.url} in lines.",
        '  chosen: call center 433, name "template*"',
        "  project lines, stack live",
        "Written: Pulumi.live.yaml, Pulumi.yaml, __main__.py",
        "Next:",
        "  cd lines",
        "  pulumi stack init live",
        "  pulumi preview --stack live",
        "with LIVEVOX_PASSWORD and LIVEVOX_API_TOKEN set, or as secret configuration of the stack: "
        "neither is in the files.",
    ]


def test_many_services_are_told_how_they_are_taken_over_fast(
    platform: Platform, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported = Exports(platform, folder / "lines").run(OF_433)

    print_exported(replace(exported, services=100))
    assert "PULUMI_SKIP_CHECKPOINTS" not in capsys.readouterr().out

    print_exported(replace(exported, services=101))
    assert (
        "101 services are taken over much faster by `pulumi-livevox adopt --up`, or by `pulumi up` "
        "with PULUMI_EXPERIMENTAL=1 PULUMI_SKIP_CHECKPOINTS=1"
    ) in capsys.readouterr().out


def test_again_it_says_what_changed_and_what_it_kept(platform: Platform, folder: Path) -> None:
    export(platform, folder, "--call-center", "433")
    platform.client().update_settings(53661, SettingsUpdate(call_recording_enabled=False))
    with (folder / "lines" / "__main__.py").open("a") as file:
        file.write("# mine\n")
    ended = export(platform, folder)
    assert ended.code == 3
    assert "  Template Inbound: settings.call_recording_enabled true => false" in ended.lines
    for _ in range(2):
        assert "  __main__.py: this would change" in ended.lines
        assert '    +    settings={**SETTINGS, "call_recording_enabled": False},' in ended.lines
        ended = export(platform, folder)
        assert ended.code == 3
        assert "No file had to be written." not in ended.output
    assert export(platform, folder, "--overwrite").code == 0


def test_a_narrower_choice_is_not_said_to_be_a_change_of_the_platform(
    platform: Platform, folder: Path
) -> None:
    export(platform, folder)
    ended = export(platform, folder, "--call-center", "429")
    assert ended.code == 3
    assert "gone" not in ended.output
    assert "Nothing changed on the platform since the export before." in ended.lines
    assert any(each.startswith("  call center 433: ") for each in ended.lines)
    assert (
        "Where they were rolled out from this folder, `pulumi up` would delete them on the "
        "platform, unless they are protected." in ended.lines
    )
    assert export(platform, folder).code == 0


def test_what_can_not_be_declared_is_listed_and_in_the_code(
    platform: Platform, folder: Path
) -> None:
    platform.store("service", "serviceId IN (5607, 5608)", acdFeatureCode="CARRIER_PIGEON")
    ended = export(platform, folder, "--call-center", "433")
    assert ended.code == 3
    (line,) = [each for each in ended.lines if "CARRIER_PIGEON" in each]
    assert line.startswith(
        "  Atlanta_FS_QC_VOIP (2) (5608), Atlanta_FS_RPC (1) (5607): acd_feature_code"
    )


def test_nothing_found_is_one_sentence(platform: Platform, folder: Path) -> None:
    ended = export(platform, folder, "--call-center", "433", "--name", "Mian*")
    assert ended.code == 1
    assert ended.errors == (
        'Nothing is exported. No service was found that has a name like "Mian*" (9 were looked '
        "at).\n"
    )
    assert not ended.output


def test_wrong_arguments_are_named(platform: Platform, folder: Path) -> None:
    assert (
        "Invalid value for '--call-center'" in export(platform, folder, "--call-center", "x").errors
    )
    ended = export(platform, folder, "--direction", "SIDEWAYS")
    assert ended.code == 2
    assert "'SIDEWAYS' is not one of 'inbound'" in ended.errors
    assert not platform.requests()


def test_a_stack_that_does_not_stand_here_is_the_exports_alone(
    platform: Platform, folder: Path
) -> None:
    (folder / "Pulumi.yaml").write_text("name: other\nruntime: python\n")
    assert export(platform, folder, "--service", "20575", "--stack", "prod").code == 0
    assert (folder / "lines" / "Pulumi.prod.yaml").exists()


def test_what_is_missing_of_an_account_is_named(folder: Path) -> None:
    ended = run({"LIVEVOX_ENVIRONMENT": "na4"}, "export", "lines", folder=folder)
    assert ended.code == 1
    assert "livevox:clientName is not set" in ended.errors
    assert "--stack NAME asks the configuration of a stack that stands here" in ended.errors


def test_no_credential_is_printed_or_written(platform: Platform, folder: Path) -> None:
    ended = export(platform, folder, "--call-center", "433")
    texts = [ended.output, ended.errors, *(e.read_text() for e in (folder / "lines").iterdir())]
    assert not [text for text in texts if PASSWORD in text or TOKEN in text]
    assert (folder / "lines" / RECORD).exists()


def test_odd_names_do_not_disturb_the_terminal(platform: Platform, folder: Path) -> None:
    export(platform, folder, "--service", "20575")
    platform.store("service", "serviceId = 20575", name="Li\x1b[2Jne\n(é)")
    ended = export(platform, folder)
    assert "\x1b" not in ended.output
    assert any('=> "Li\\u001b[2Jne\\n(é)"' in line for line in ended.lines)
