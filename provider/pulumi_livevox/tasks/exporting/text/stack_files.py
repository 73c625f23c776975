"""The two YAML files of a project."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from pulumi_livevox.declaring.adopt_entries import KEY
from pulumi_livevox.tasks.stacks.stack_file import is_plain


def project_file(name: str) -> str:
    """Return the text of Pulumi.yaml."""
    return _yaml({"name": _text(name), "runtime": "python"})


def stack_file_name(stack_name: str) -> str:
    """Return the file of a stack's configuration; an organization is no part of it."""
    return f"Pulumi.{stack_name.rpartition('/')[2]}.yaml"


def stack_file(configuration: Mapping[str, str], adopted: Mapping[str, int]) -> str:
    """Return the text of a stack's configuration, with the services that are taken over."""
    config: dict[str, Any] = {key: _text(value) for key, value in configuration.items()}
    if adopted:
        config[KEY] = {_text(name): id for name, id in adopted.items()}
    return _yaml({"config": config})


def _text(text: str) -> str:
    return text if is_plain(text) else DoubleQuotedScalarString(text)


def _yaml(content: Mapping[str, Any]) -> str:
    yaml = YAML()
    yaml.width = 4096
    text = io.StringIO()
    yaml.dump(dict(content), text)
    return text.getvalue()
