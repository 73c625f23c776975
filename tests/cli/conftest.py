"""A sandbox for all these tests, put back to its seed before each, and its account."""

import pytest

from tests.cli.command import Account
from tests.rig.fixtures import api, platform, running_sandbox
from tests.rig.platform import Platform

__all__ = ["api", "platform", "running_sandbox"]


@pytest.fixture
def account(platform: Platform) -> Account:
    return platform.environ
