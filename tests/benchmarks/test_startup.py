"""The questions whose time is measured are answered, and nothing is left of their account."""

import os

from benchmarks import report, startup


def test_every_import_and_question_is_measured() -> None:
    environment = dict(os.environ)
    measured = startup.measure("today", (startup.DEPENDENCIES, "json"), rounds=2, calls_a_round=1)
    assert dict(os.environ) == environment
    imports, questions = report.imports(measured), report.questions(measured)
    assert [row[0] for row in imports.rows] == [f"import {startup.DEPENDENCIES}", "import json"]
    assert [row[0] for row in questions.rows] == ["Service", "CallerId", "InboundHours"]
    assert imports.notes == questions.notes == ("today",)
