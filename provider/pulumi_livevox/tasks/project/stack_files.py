"""The two YAML files of a project."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML


def project_file(name: str) -> str:
    """Return the text of Pulumi.yaml."""
    return _yaml({"name": name, "runtime": "python"})


def stack_file_name(stack_name: str) -> str:
    """Return the file of a stack's configuration; an organization is no part of it."""
    return f"Pulumi.{stack_name.rpartition('/')[2]}.yaml"


def stack_file(configuration: Mapping[str, str], adopted: Mapping[str, int]) -> str:
    """Return the text of a stack's configuration, with the services that are taken over."""
    config: dict[str, Any] = dict(configuration)
    if adopted:
        config["livevox:adopt"] = dict(adopted)
    return _yaml({"config": config})


def _yaml(content: Mapping[str, Any]) -> str:
    yaml = YAML()
    yaml.width = 4096
    text = io.StringIO()
    yaml.dump(dict(content), text)
    return text.getvalue()
