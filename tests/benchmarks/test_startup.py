"""The questions whose time is measured are answered, and nothing is left of their account."""

import os

import pytest

from benchmarks import report, startup


def test_every_import_and_question_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "_ROUNDS", 2)
    monkeypatch.setattr(startup, "_CALLS_A_ROUND", 1)
    monkeypatch.setattr(startup, "IMPORTS", ("json", "asyncio"))
    monkeypatch.setattr(report, "BESIDE", "asyncio")
    environment = dict(os.environ)
    measured = startup.measure()
    assert dict(os.environ) == environment
    assert [row[0] for row in report.imports(measured).rows] == ["import json", "import asyncio"]
    rows = report.questions(measured).rows
    assert [row[0] for row in rows] == ["Service", "CallerId", "InboundHours"]
