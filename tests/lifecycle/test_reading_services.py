"""What is declared is read as it is live; and a service is gone when that is proven."""

from typing import Any

import pytest

from pulumi_livevox.declaring.values import CLEAR
from pulumi_livevox.resources.service.lifecycle import read
from pulumi_livevox.run.errors import NotVisible
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.settings import SettingsUpdate
from tests.lifecycle.world import INBOUND, LOOKS, OUTBOUND, World, as_live, paths, service
from tests.rig.line import changed, refused, showing_service

DECLARED = service(
    name="Template Inbound",
    abbreviation="TIN",
    phone={"operator_phone": "4045550110"},
    settings={"service_level_seconds": 20},
    messaging={"INBOUND_TEMPLATE_ID": 14205},
)


def test_a_service_that_is_as_declared_reads_as_declared(world: World) -> None:
    assert read(world.run(), world.standing(DECLARED, INBOUND)) == DECLARED


def test_drift_shows_in_the_declared_properties_alone(world: World) -> None:
    world.console.update_general(
        INBOUND, GeneralUpdate(name="Theirs", unattended=True, abbreviation="X")
    )
    world.console.update_settings(INBOUND, SettingsUpdate(service_level_seconds=30, voice_id=7))
    world.console.update_messaging(INBOUND, "INBOUND_TEMPLATE_ID", "1")
    world.console.update_messaging(INBOUND, "TEMPLATE_ID", "2")

    assert read(world.run(), world.standing(DECLARED, INBOUND)) == as_live(
        DECLARED,
        name="Theirs",
        abbreviation="X",
        settings={"service_level_seconds": 30},
        messaging={"INBOUND_TEMPLATE_ID": "1"},
    )


def test_sections_that_are_not_declared_are_not_read(world: World) -> None:
    read(world.run(), world.standing(service(name="Template Inbound"), INBOUND))

    assert world.line.calls == [f"GET /{INBOUND}"]


def test_sections_read_in_one_run_are_not_read_again(world: World) -> None:
    run = world.run()
    read(run, world.standing(DECLARED, INBOUND))
    read(run, world.standing(DECLARED, INBOUND))

    assert paths(world.line.calls) == sorted(
        f"GET /{INBOUND}{section}" for section in ("", "/phone", "/settings", "/messaging")
    )


def test_a_message_that_the_read_does_not_show_keeps_its_last_value(world: World) -> None:
    declared = service(name="Template Inbound", messaging={"OF_UNKNOWN_SPELLING": 5})

    assert read(world.run(), world.standing(declared, INBOUND)) == declared


def test_null_on_the_platform_is_a_cleared_property(world: World) -> None:
    world.console.update_general(INBOUND, GeneralUpdate(preview_mode=None))
    declared = service(
        name="Template Inbound", preview_mode="ALL", settings={"lcid_package_id": CLEAR}
    )

    live = read(world.run(), world.standing(declared, INBOUND))

    assert live == as_live(declared, preview_mode=str(CLEAR))


def test_a_link_to_itself_reads_as_declared(world: World) -> None:
    linked = service(name="Atlanta_FS_Inbound_8773402031 (6)", inbound_service_id="self")

    assert read(world.run(), world.standing(linked, 20575)) == linked


def test_a_link_to_another_service_is_drift(world: World) -> None:
    world.console.update_general(20575, GeneralUpdate(inbound_service_id=INBOUND))
    linked = service(name="Atlanta_FS_Inbound_8773402031 (6)", inbound_service_id="self")

    live = read(world.run(), world.standing(linked, 20575))

    assert live == as_live(linked, inbound_service_id=INBOUND)


@pytest.mark.parametrize(
    ("name", "declared", "shown"),
    [
        ("contact_max_attempts_per_day", "contactMaxAttemptsPerDay", "accountMaxAttemptsPerDay"),
        ("account_max_attempts_per_day", "accountMaxAttemptsPerDay", "contactMaxAttemptsPerDay"),
    ],
)
def test_a_setting_of_two_names_is_read_by_the_one_that_is_shown(
    world: World, name: str, declared: str, shown: str
) -> None:
    def only_shown(settings: dict[str, Any]) -> dict[str, Any]:
        del settings[declared]
        return settings | {shown: 9}

    world.line.fail("GET", f"/{INBOUND}/settings", changed(only_shown))
    standing = service(name="Template Inbound", settings={name: 3})

    live = read(world.run(), world.standing(standing, INBOUND))

    assert live == as_live(standing, settings={name: 9})


def test_what_a_user_could_not_declare_is_read_as_it_is(world: World) -> None:
    world.line.fail(
        "GET", f"/{INBOUND}/settings", changed(lambda each: each | {"dialingSort": "NEW"})
    )
    declared = service(name="Template Inbound", settings={"dialing_sort": "DEFAULT"})

    live = read(world.run(), world.standing(declared, INBOUND))

    assert live == as_live(declared, settings={"dialing_sort": "NEW"})


def test_a_service_that_the_list_lacks_is_gone(world: World) -> None:
    world.console.delete_service(INBOUND)

    assert read(world.run(), world.standing(DECLARED, INBOUND)) is None


def test_a_list_that_still_shows_it_is_asked_again(world: World) -> None:
    world.console.delete_service(INBOUND)
    world.line.fail("GET", "", showing_service(INBOUND, "Template Inbound"), times=LOOKS - 1)

    assert read(world.run(), world.standing(DECLARED, INBOUND)) is None


def test_a_service_that_is_listed_and_answers_404_is_not_gone(world: World) -> None:
    world.line.fail("GET", f"/{INBOUND}", refused(404))

    with pytest.raises(NotVisible, match=f"service {INBOUND} answers 404.*nothing was forgotten"):
        read(world.run(), world.standing(DECLARED, INBOUND))


def test_to_a_user_who_sees_nothing_no_service_is_gone(world: World) -> None:
    with pytest.raises(NotVisible, match="may see nothing there"):
        read(world.run(user="blind"), world.standing(DECLARED, INBOUND))


def test_the_last_service_of_a_call_center_is_gone_when_it_says_that_it_is_empty(
    world: World,
) -> None:
    for service_id in (40790, 45108, 1008352):
        world.console.delete_service(service_id)

    assert read(world.run(), world.standing(DECLARED, 40790, location=world.here(2829))) is None


def test_a_proof_serves_for_all_that_ask_about_one_service(world: World) -> None:
    run = world.run()
    world.console.delete_service(OUTBOUND)

    for _ in range(3):
        assert read(run, world.standing(service(), OUTBOUND)) is None

    assert world.line.calls.count("GET ") == 1
