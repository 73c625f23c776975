"""A project and its stacks, as Pulumi finds them; and what Pulumi says when it fails."""

import json
from pathlib import Path

import pytest

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.stacks.engine_words import refusal
from pulumi_livevox.tasks.stacks.stack import Stack, find_project
from pulumi_livevox.tasks.stacks.steps import read_steps

URN = "urn:pulumi:dev::shop::pulumi-python:dynamic/livevox:Service::a::b"


def test_the_project_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    (tmp_path / "Pulumi.yaml").touch()
    within = tmp_path / "stacks" / "modules"
    within.mkdir(parents=True)

    assert find_project(within) == tmp_path


def test_a_folder_of_no_project_is_told(tmp_path: Path) -> None:
    with pytest.raises(TaskError, match=r"no Pulumi.yaml in .* nor above it"):
        find_project(tmp_path)


@pytest.mark.parametrize(
    ("project_file", "project", "stack", "file"),
    [
        ("Pulumi.yaml", "name: shop\nruntime: python\n", "dev", "Pulumi.dev.yaml"),
        ("Pulumi.yaml", "name: shop\nstackConfigDir: stacks\n", "dev", "stacks/Pulumi.dev.yaml"),
        ("Pulumi.yaml", "name: shop\nconfig: stacks\n", "dev", "stacks/Pulumi.dev.yaml"),
        ("Pulumi.yaml", "name: shop\nconfig:\n  a: 1\n", "dev", "Pulumi.dev.yaml"),
        ("Pulumi.yml", "name: shop\n", "acme/shop/dev", "Pulumi.dev.yml"),
    ],
)
def test_the_file_of_a_stack_is_the_one_that_pulumi_writes(
    tmp_path: Path, project_file: str, project: str, stack: str, file: str
) -> None:
    (tmp_path / project_file).write_text(project)

    assert Stack(tmp_path, stack).file == tmp_path / file


@pytest.mark.parametrize(
    ("main", "folder"), [("", "."), ("main: app", "app"), ("main: app/a.py", "app")]
)
def test_the_program_runs_where_its_project_says(tmp_path: Path, main: str, folder: str) -> None:
    (tmp_path / "Pulumi.yaml").write_text(f"name: shop\n{main}\n")
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.py").touch()

    assert Stack(tmp_path, "dev").program_folder == tmp_path / folder


def test_a_project_that_is_no_yaml_is_told(tmp_path: Path) -> None:
    (tmp_path / "Pulumi.yaml").write_text("name: [")

    with pytest.raises(TaskError, match=r"Pulumi.yaml can't be read"):
        _ = Stack(tmp_path, "dev").file


def test_without_pulumi_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(TaskError, match="there is no pulumi on the PATH: install the Pulumi CLI"):
        Stack.selected(tmp_path)


def test_what_a_preview_does_not_know_or_show_is_unknown() -> None:
    inputs = {
        "name": "[secret]",
        "settings": {"voice_id": "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "scrub_wireless": True},
    }
    new = {"type": "t", "parent": "p", "custom": True, "inputs": inputs}
    new |= {"propertyDependencies": {"name": None, "settings": [URN]}}
    document = {"steps": [{"op": "create", "urn": URN, "newState": new}]}

    (step,) = read_steps(json.dumps(document))

    assert (step.name, step.creates, step.id, step.is_component) == ("a::b", True, None, False)
    assert step.inputs == {
        "name": UNKNOWN,
        "settings": {"voice_id": UNKNOWN, "scrub_wireless": True},
    }
    assert step.depends_on["settings"] == (URN,)


@pytest.mark.parametrize("document", ["", "[]", "{}", '{"steps": [1]}'])
def test_a_preview_of_another_shape_is_told(document: str) -> None:
    with pytest.raises(TaskError, match=r"can't be read: use a Pulumi CLI of 3\.259 or later"):
        read_steps(document)


def diagnostics(*messages: str) -> str:
    told = [{"severity": "error", "message": message} for message in messages]
    noise = {"severity": "warning", "message": "warning: something else\n"}
    return json.dumps({"steps": [], "diagnostics": [noise, *told]})


@pytest.mark.parametrize(
    ("told", "printed", "message"),
    [
        ("error: no such thing\n", "", "Pulumi can't preview stack dev: no such thing."),
        (
            "\n code: 255\n stdout: \n stderr: error: no stack named 'x' found\n",
            "",
            "no stack named 'x' found. `pulumi stack ls` lists the stacks",
        ),
        (
            "error: getting stack configuration: incorrect passphrase",
            "",
            "incorrect passphrase. Set PULUMI_CONFIG_PASSPHRASE ",
        ),
        (
            "",
            diagnostics(
                "error: a: no\nb: no\n", "error: an unhandled error occurred: program exited 1"
            ),
            "stack dev: a: no; b: no.",
        ),
        (
            "",
            diagnostics(
                "error: Program failed with an unhandled exception:\n"
                "Traceback (most recent call last):\n  File …\nValueError: boom\n\n"
            ),
            "the program fails: ValueError: boom. `pulumi preview` shows where",
        ),
        (
            "",
            "creating error: Failure: refused\n error: Failure: refused\n error: update failed",
            "Pulumi can't preview stack dev: refused.",
        ),
        (
            "",
            diagnostics(*(f"error: {each}\n" for each in "abcdefg")),
            "a; b; c; d; e; and 2 more.",
        ),
        ("", "", "it does not say why."),
    ],
)
def test_a_failure_is_told_in_pulumis_own_words_and_with_what_to_do(
    told: str, printed: str, message: str
) -> None:
    assert message in str(refusal("preview stack dev", told, printed))
