"""Services as a whole: making, listing and finding them, and what belongs to them."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from pulumi_livevox.wire.enumerations import AcdFeatureCode, Attended, CallDirection
from pulumi_livevox.wire.fields import (
    AnsweredList,
    AnsweredName,
    AnsweredNumber,
    AnsweredText,
    Id,
    one_of,
    open_list,
)
from pulumi_livevox.wire.models import Answer, Body


class Created(Answer):
    """The id of what a call has made."""

    id: Annotated[AnsweredNumber, Field(ge=1)]


class ServiceListItem(Answer):
    """One entry of List Services."""

    service_id: AnsweredNumber
    name: AnsweredName = ""
    call_center_id: AnsweredNumber


class MatchedService(ServiceListItem):
    """One entry of Find Matching Services."""

    acd_feature_code: Annotated[AcdFeatureCode | str, open_list(AcdFeatureCode)] | None = None


class ServicePage(Answer):
    """One page of List Services."""

    service: AnsweredList[ServiceListItem] = Field(default_factory=list)
    next: AnsweredText | None = None


class MatchedServicePage(Answer):
    """One page of Find Matching Services."""

    service: AnsweredList[MatchedService] = Field(default_factory=list)
    next: AnsweredText | None = None


class ServiceListInfo(Answer):
    """Get Service List Info: how many services a user sees in a call center."""

    size: AnsweredNumber
    last_modified: AnsweredNumber | None = None


class Reference(Answer):
    """An object that is named by its id."""

    id: AnsweredNumber


def _reference(value: Any) -> Any:
    # The vendor's table speaks of bare ids, and its example shows objects: both are taken.
    return {"id": value} if isinstance(value, int) else value


_Reference = Annotated[Reference, BeforeValidator(_reference)]


class Related(Answer):
    """Get Service Related Objects."""

    call_center: _Reference
    agent: AnsweredList[_Reference] = Field(default_factory=list)
    campaign: AnsweredList[_Reference] = Field(default_factory=list)
    inbound_resource_group: _Reference | None = None
    outbound_resource_group: AnsweredList[_Reference] = Field(default_factory=list)


class SearchCriteria(Body):
    """What Find Matching Services looks for."""

    call_direction: Annotated[CallDirection, one_of(CallDirection)]
    acd_feature: list[Annotated[AcdFeatureCode, one_of(AcdFeatureCode)]] = Field(min_length=1)
    call_center: list[Id] | None = None
    attended: Annotated[Attended, one_of(Attended)] | None = None

    def to_wire(self) -> dict[str, Any]:
        """Return the body as JSON values; a call center goes as an object with its id."""
        body = super().to_wire()
        if "callCenter" in body:
            body["callCenter"] = [{"id": each} for each in body["callCenter"]]
        return body
