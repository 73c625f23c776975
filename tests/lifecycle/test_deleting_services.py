"""A service is deleted once, and never on behalf of a name that is gone."""

import pytest

from pulumi_livevox.resources.service.lifecycle import claim, create, delete
from pulumi_livevox.run.claims import Wish
from pulumi_livevox.run.errors import NotVisible, ProviderError
from pulumi_livevox.run.target import Kind, Target
from pulumi_livevox.wire.general import GeneralUpdate
from tests.lifecycle.world import IDENTITY, OUTBOUND, World, service
from tests.rig.line import refused

DECLARED = service(name="Template Outbound")


def stands(world: World, service_id: int = OUTBOUND) -> bool:
    return service_id in [each["id"] for each in world.services()]


def test_a_delete_is_one_request(world: World) -> None:
    delete(world.run(), world.standing(DECLARED, OUTBOUND))

    assert world.line.calls == [f"DELETE /{OUTBOUND}"]
    assert not stands(world)


def test_a_service_with_recent_campaigns_stays_and_the_refusal_says_what_to_do(
    world: World,
) -> None:
    world.add_campaign(OUTBOUND, days_ago=3)
    before = world.service(OUTBOUND)

    with pytest.raises(ProviderError) as caught:
        delete(world.run(), world.standing(DECLARED, OUTBOUND))

    told = str(caught.value)
    for words in (f"service {OUTBOUND}", "90 days", "campaigns were associated", "park it"):
        assert words in told
    assert ".." not in told
    assert world.service(OUTBOUND) == before


def test_what_a_run_made_is_on_record_until_it_is_deleted(world: World) -> None:
    made = create(world.run(), service(), IDENTITY)
    world.line.fail("DELETE", ".*", refused(409, "Service has campaigns"))
    with pytest.raises(ProviderError, match="90 days"):
        delete(world.run(), made)
    assert [record["service_id"] for record in world.records()] == [made.target.service_id]

    world.line.mend()
    delete(world.run(), made)

    assert world.records() == []


@pytest.mark.parametrize("status", [400, 403, 409])
def test_a_refusal_because_of_campaigns_is_understood_with_any_status(
    world: World, status: int
) -> None:
    world.line.fail("DELETE", ".*", refused(status, "Service has campaigns"))

    with pytest.raises(ProviderError, match="90 days"):
        delete(world.run(), world.standing(DECLARED, OUTBOUND))


def test_a_refusal_that_lies_in_the_users_role_is_told_as_it_is(world: World) -> None:
    with pytest.raises(Exception, match="Manager") as caught:
        delete(world.run(user="manager"), world.standing(DECLARED, OUTBOUND))

    assert "90 days" not in str(caught.value)


def test_a_service_that_is_gone_is_done_when_the_list_proves_it(world: World) -> None:
    world.console.delete_service(OUTBOUND)

    delete(world.run(), world.standing(DECLARED, OUTBOUND))

    assert world.line.calls == [f"DELETE /{OUTBOUND}", "GET "]


def test_a_service_that_is_listed_and_answers_404_is_an_error(world: World) -> None:
    world.line.fail("DELETE", f"/{OUTBOUND}", refused(404))

    with pytest.raises(NotVisible):
        delete(world.run(), world.standing(DECLARED, OUTBOUND))


def test_a_user_who_sees_nothing_deletes_nothing(world: World) -> None:
    with pytest.raises(NotVisible, match="may see nothing there"):
        delete(world.run(user="blind"), world.standing(DECLARED, OUTBOUND))

    assert stands(world)


def test_the_last_service_of_a_call_center_is_done_when_it_says_that_it_is_empty(
    world: World,
) -> None:
    for service_id in (40790, 45108, 1008352):
        world.console.delete_service(service_id)

    delete(world.run(), world.standing(DECLARED, 45108, location=world.here(2829)))


@pytest.mark.parametrize(
    "claimed",
    [Target(Kind.SERVICE, OUTBOUND), (Wish.NAME, DECLARED.name)],
    ids=["the service", "its name"],
)
def test_a_service_that_or_whose_name_a_living_resource_declares_is_not_deleted(
    world: World, claimed: Target | tuple[Wish, str]
) -> None:
    run = world.run()
    run.claims.claim(claimed, "shop/dev/new-name")

    with pytest.raises(ProviderError, match=f"service {OUTBOUND} is not deleted.*aliases"):
        delete(run, world.standing(DECLARED, OUTBOUND))

    assert world.line.sent == []
    assert stands(world)


def test_a_service_whose_name_is_declared_in_another_call_center_is_deleted(world: World) -> None:
    run = world.run()
    in_another_one = 53701
    create(run, service(name="Documentation"), IDENTITY)

    delete(
        run, world.standing(service(name="Documentation"), in_another_one, location=world.here(429))
    )

    assert not stands(world, in_another_one)


def test_a_service_goes_where_another_of_its_name_stands_in_another_call_center(
    world: World,
) -> None:
    run = world.run()
    elsewhere = service(name="California_QC", adopt_id=40790)
    claim(run, elsewhere, IDENTITY)
    create(run, elsewhere, IDENTITY)
    world.console.update_general(OUTBOUND, GeneralUpdate(name="California_QC"))

    delete(run, world.standing(service(name="California_QC"), OUTBOUND, identity="shop/dev/old"))

    assert world.named("California_QC") == [40790]


def test_a_service_stays_where_a_resource_that_was_not_made_wants_its_name(world: World) -> None:
    run = world.run()
    claim(run, service(name="Template Outbound"), "shop/dev/renamed")

    with pytest.raises(ProviderError, match="aliases"):
        delete(run, world.standing(DECLARED, OUTBOUND))

    assert world.named("Template Outbound") == [OUTBOUND]
