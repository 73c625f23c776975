"""Names of lists that are known in part: a near miss is refused, another name is sent on."""

from typing import Any

import pytest

from pulumi_livevox.hours.notices import unknown_days
from pulumi_livevox.resources.inbound_hours import inputs as inbound_hours
from pulumi_livevox.resources.service import inputs as service
from pulumi_livevox.resources.service.notices import unknown_messaging_properties


def of_week(key: str) -> list[str]:
    return inbound_hours.judge({"service": "53701", "week": {key: "09:00-10:00"}}, None).problems


def of_messaging(name: str, value: Any = 14206) -> list[str]:
    typed = {"name": "Support", "template_id": 1, "messaging": {name: value}}
    return service.judge(typed, None).problems


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("WEEKDAYS Weekdays WEEK_DAY week-day WEKDAY", "WEEKDAY"),
        ("WEEKENDS week_end", "WEEKEND"),
        ("MON Mon Mondays mo MODNAY MONDAYS UONDAY", "MONDAY"),
        ("tue tues TUESDAYS TEUSDAY TURESDAY", "TUESDAY"),
        ("wed weds WENDSDAY WEDENSDAY", "WEDNESDAY"),
        ("thu thur thurs THRUSDAY THUSDAY", "THURSDAY"),
        ("fri Fridays FRDAY", "FRIDAY"),
        ("sat SATURDAYS SATERDAY", "SATURDAY"),
        ("sun SUNDAYS SUNDYA", "SUNDAY"),
    ],
)
def test_a_near_miss_of_a_day_is_refused_with_the_day_that_was_meant(keys: str, day: str) -> None:
    for key in keys.split():
        told = f'week had the key "{key}"; it may be {day}, as the API names days'
        assert of_week(key) == [told]
        assert unknown_days({key: ""}) == []


def test_a_near_miss_of_two_days_names_both() -> None:
    assert "it may be MONDAY or SUNDAY, as" in of_week("MUNDAY")[0]


@pytest.mark.parametrize("key", ["SPECIFIC_DATE", "SPECIFIC_DATES", "specificDate"])
def test_a_specific_date_and_its_near_misses_belong_to_the_dates(key: str) -> None:
    assert "hours of a date are declared in dates" in of_week(key)[0]


@pytest.mark.parametrize("key", ["HOLIDAY", "ALL", "WEEK", "WORKDAY", "TODAY", "FULL_MOON"])
def test_another_day_is_sent_on_with_a_warning(key: str) -> None:
    assert of_week(key) == []
    assert f"week.{key} is none of the days known" in unknown_days({key: ""})[0]


@pytest.mark.parametrize(
    ("names", "known"),
    [
        ("inbound_template_id inboundTemplateId INBOUNDTEMPLATEID", "INBOUND_TEMPLATE_ID"),
        ("INBOUND_TEMPLAT_ID INBUOND_TEMPLATE_ID INBOUND_TEMPLATE", "INBOUND_TEMPLATE_ID"),
        ("template_id TEMPLATE_IDS TEMPLTAE_ID", "TEMPLATE_ID"),
        ("PREVEIW_TEMPLATE_ID preview_templateId", "PREVIEW_TEMPLATE_ID"),
    ],
)
def test_a_near_miss_of_a_message_is_refused_with_the_name_that_was_meant(
    names: str, known: str
) -> None:
    for name in names.split():
        told = f'messaging had the key "{name}"; it may be {known}, as the API names properties'
        assert of_messaging(name) == [told]
        assert unknown_messaging_properties({name: ""}) == []


@pytest.mark.parametrize(
    "name",
    [
        *("NEW_TEMPLATE_ID", "OUTBOUND_TEMPLATE_ID", "VM_TEMPLATE_ID", "MY_TEMPLATE_ID"),
        *("TEMPLATE_ID_2", "SOMETHING_NEW", "ID"),
    ],
)
def test_another_message_is_sent_on_with_a_warning(name: str) -> None:
    assert of_messaging(name) == []
    assert "is none of the properties known" in unknown_messaging_properties({name: ""})[0]
