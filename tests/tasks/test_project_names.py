"""What an export calls services: names of resources and variables."""

import keyword
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.resources.service.as_program.slugs import slug, unique, variable
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.text import ProjectOptions, render
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.settings import Settings
from tests.rig.whole_services import NAMES, ODD_NAMES


def named(name: str, service_id: int) -> WholeService:
    head = {"service_id": service_id, "name": name, "call_center_id": 433}
    return WholeService(
        General.model_validate(head),
        Phone.model_validate(head),
        Settings.model_validate(head),
        Messaging(property=[]),
        [],
    )


def adopted(*names: str, first_id: int = 1) -> dict[str, int]:
    """The resource names that services of these names get, in this order of ids."""
    services = [named(name, service_id) for service_id, name in enumerate(names, first_id)]
    return dict(render(services, ProjectOptions("lines", "dev")).adopted)


@pytest.mark.parametrize(
    ("name", "resource"),
    [
        ("Main Line", "main-line"),
        ("Überlauf \u2013 Zürich (2)", "ueberlauf-zuerich-2"),
        ("STRASSE & Größe", "strasse-and-groesse"),
        ("Crédit / Español", "credit-espanol"),
        ("Another Client's Service", "another-clients-service"),
        ("Atlanta_FS_QC_VOIP (2)", "atlanta-fs-qc-voip-2"),
        ("1-800", "1-800"),
        ("ﬁne", "fine"),
        ("a" * 300, "a" * 60),
        ("word " * 60, "word-" * 11 + "word"),
    ],
)
def test_a_resource_is_named_as_its_service_in_letters_digits_and_hyphens(
    name: str, resource: str
) -> None:
    assert slug(name) == resource


@pytest.mark.parametrize("name", ["主线", "خط", "☎️🙂"])
def test_a_name_without_such_letters_gets_one_that_it_alone_decides(name: str) -> None:
    assert re.fullmatch(r"service-[0-9a-f]{6}", slug(name))
    assert slug(name) != slug(f"{name}{name}")


@pytest.mark.parametrize(
    ("resource", "name"),
    [
        ("main-line", "main_line"),
        ("1-800", "line_1_800"),
        *(("import", "import_"), ("match", "match_"), ("print", "print_"), ("none", "none")),
        *(("pulumi", "pulumi_"), ("livevox", "livevox_"), ("number", "number_")),
        *(("shared", "shared_"), ("call-center-433", "call_center_433_")),
    ],
)
def test_a_variable_hides_nothing_that_a_program_uses(resource: str, name: str) -> None:
    assert variable(resource) == name


@given(NAMES)
def test_names_are_right_whatever_the_service_is_called(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert len(slug(name)) <= 60
    assert variable(slug(name)).isidentifier()
    assert not keyword.iskeyword(variable(slug(name)))


@settings(deadline=None)
@given(st.lists(NAMES | st.sampled_from(ODD_NAMES), max_size=12))
def test_no_two_services_get_one_name(names: list[str]) -> None:
    given_names = adopted(*names)

    assert len(given_names) == len([name for name in names if name.strip() and name != "<cleared>"])


def test_services_of_one_name_are_told_apart_by_age() -> None:
    assert adopted("Help", "Help", "Help") == {"help": 1, "help-2": 2, "help-3": 3}


def test_a_number_is_not_given_that_is_another_services_own() -> None:
    assert adopted("Help", "Help", "Help 2") == {"help": 1, "help-3": 2, "help-2": 3}


def test_names_that_differ_in_signs_alone_are_told_apart_whatever_their_ids() -> None:
    assert list(adopted("Help!", "Help?")) == list(adopted("Help?", "Help!"))
    assert adopted("Help!", "Help?") == {"help": 1, "help-2": 2}
    assert adopted("Help?", "Help!") == {"help": 2, "help-2": 1}


def test_numbers_go_on_where_one_is_taken() -> None:
    assert unique(["a", "a", "a_2", "a"], separator="_") == ["a", "a_3", "a_2", "a_4"]
