"""The sandbox whose services are text of a program here."""

from tests.rig.fixtures import platform, running_sandbox

__all__ = ["platform", "running_sandbox"]
