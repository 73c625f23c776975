"""An exported program, run: its resources declare exactly what stands, and the rest is told."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import date_of, doubt_of
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.inputs import GENERAL, PHONE, judge
from pulumi_livevox.resources.service.sections import as_shown, changes
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.text import Project, ProjectOptions, render
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from tests.rig.mocked_program import Declarations, declarations
from tests.rig.whole_services import SETTABLE, call_centers_of, is_ten_digits, shown

examples = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OPTIONS = ProjectOptions("lines", "dev")
OLD_NAMES = dict(DEPRECATED_PAIRS)


def run(project: Project) -> Declarations:
    files = {name: text for name, text in project.files.items() if name.endswith(".py")}
    with tempfile.TemporaryDirectory() as folder:
        return declarations(files, project.adopted, Path(folder))


def standing(service: WholeService) -> dict[str, Any]:
    """Every value that may be declared, by its path."""
    settings = service.settings.shown()
    return {
        **{name: value for name, value in service.general.shown().items() if name in GENERAL},
        **{f"phone.{n}": v for n, v in service.phone.shown().items() if n in PHONE},
        **{f"settings.{n}": v for n, v in settings.items() if n in SETTABLE},
    }


def declared_paths(service: DeclaredService) -> set[str]:
    sections = {name: service.values(name) for name in ("phone", "settings")}
    return {
        *service.values("general"),
        *(f"{section}.{name}" for section, values in sections.items() for name in values),
    }


@examples
@given(call_centers_of())
def test_a_service_that_is_taken_over_so_is_not_changed(services: list[WholeService]) -> None:
    project = render(services, OPTIONS)

    declared = run(project)

    assert declared.services.keys() == project.adopted.keys()
    by_id = {service.id: service for service in services}
    for name, service_id in project.adopted.items():
        judged = judge(declared.services[name], None)
        assert judged.problems == []
        service = DeclaredService.from_inputs(judged.values)
        live = as_shown(service_id, service, shown(by_id[service_id]))
        assert not any(changes(live, service).values())


@examples
@given(call_centers_of(most=2))
def test_every_value_is_declared_or_told_with_the_reason(services: list[WholeService]) -> None:
    project = render(services, OPTIONS)

    declared = run(project)

    names = {service_id: name for name, service_id in project.adopted.items()}
    for service in services:
        told = {each.path for each in project.left_out if each.service_id == service.id}
        if service.id not in names:
            assert told == {"name"}
            continue
        found = declared_paths(DeclaredService.from_inputs(declared.services[names[service.id]]))
        for path, value in standing(service).items():
            section, _, name = path.rpartition(".")
            current = f"{section}.{OLD_NAMES[name]}" if name in OLD_NAMES else path
            assert value is None or {path, current} & (found | told)
        messages = declared.services[names[service.id]].get("messaging", {})
        for item in service.messaging.property:
            is_declared = item.key.lower() in {key.lower() for key in messages}
            told_keys = {path.removeprefix("messaging.").lower() for path in told}
            is_empty = not (item.value or "").strip()
            assert is_declared or is_empty or item.key.lower() in told_keys


@examples
@given(call_centers_of(most=2))
def test_numbers_are_declared_each_once_with_the_default_one(services: list[WholeService]) -> None:
    project = render(services, OPTIONS)

    declared = run(project).caller_ids.values()

    for service_id in project.adopted.values():
        (service,) = [each for each in services if each.id == service_id]
        own = [each for each in declared if each["service"] == str(service_id)]
        numbers = [each["phone_number"] for each in own]
        told = {each.value for each in project.left_out if each.service_id == service_id}
        assert len(set(numbers)) == len(numbers)
        assert set(numbers) == {each for each in service.phone.caller_id if is_ten_digits(each)}
        assert set(service.phone.caller_id) - set(numbers) <= told
        default = service.phone.default_caller_id
        defaults = [each["phone_number"] for each in own if each.get("default")]
        assert defaults == ([default] if default in numbers else [])
        assert defaults or not (default or "").strip() or default in told


@examples
@given(call_centers_of(most=2))
def test_hours_are_declared_as_they_stand_or_not_at_all(services: list[WholeService]) -> None:
    project = render(services, OPTIONS)

    declared = run(project).inbound_hours

    for name, service_id in project.adopted.items():
        (service,) = [each for each in services if each.id == service_id]
        typed = declared.get(f"{name}-hours", {})
        hours = DeclaredHours.from_inputs(typed)
        on = today()
        assert hours.as_live(service.hours, on).is_same_as(hours, on)
        told = {each.path for each in project.left_out if each.service_id == service_id}
        both = DeclaredHours(week={}, dates={}).as_live(service.hours, on)
        doubtful = {
            str(date_of(each) or each.day_of_week) for each in service.hours if doubt_of(each)
        }
        assert not doubtful & {*typed.get("week", {}), *typed.get("dates", {})}
        for section in ("week", "dates"):
            stands = getattr(both, section)
            assert section in hours.sections or {f"{section}.{day}" for day in stands} <= told


@examples
@given(call_centers_of(), st.randoms())
def test_the_text_does_not_depend_on_the_order_in_which_services_were_read(
    services: list[WholeService], random: Any
) -> None:
    shuffled = [*services, *services]
    random.shuffle(shuffled)

    assert render(shuffled, OPTIONS) == render(services, OPTIONS)
