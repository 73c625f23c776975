"""The "General" section of a service: what it is and how it is called."""

from typing import Annotated, ClassVar

from pydantic import Field

from pulumi_livevox.wire.enumerations import AcdFeatureCode, CallDirection, PreviewMode
from pulumi_livevox.wire.fields import (
    AnsweredFlag,
    AnsweredName,
    AnsweredNumber,
    AnsweredText,
    Flag,
    Id,
    NonEmptyText,
    Text,
    one_of,
    open_list,
)
from pulumi_livevox.wire.models import Answer, Body


class General(Answer):
    """Read Service General."""

    service_id: AnsweredNumber
    name: AnsweredName
    call_center_id: AnsweredNumber
    abbreviation: AnsweredText | None = None
    unattended: AnsweredFlag | None = None
    term_code_enabled: AnsweredFlag | None = None
    acd_feature_code: Annotated[AcdFeatureCode | str, open_list(AcdFeatureCode)] | None = None
    inbound_service_id: AnsweredNumber | None = Field(default=None, alias="inboundService")
    call_direction: Annotated[CallDirection | str, open_list(CallDirection)] | None = None
    preview_mode: Annotated[PreviewMode | str, open_list(PreviewMode)] | None = None


class GeneralUpdate(Body):
    """Update Service General: the keys that are set, and no other, are changed."""

    CLEARABLE: ClassVar[frozenset[str]] = frozenset({"preview_mode"})

    name: NonEmptyText | None = None
    abbreviation: Text | None = None
    unattended: Flag | None = None
    term_code_enabled: Flag | None = None
    acd_feature_code: Annotated[AcdFeatureCode, one_of(AcdFeatureCode)] | None = None
    inbound_service_id: Id | None = Field(default=None, serialization_alias="inboundService")
    call_direction: Annotated[CallDirection, one_of(CallDirection)] | None = None
    preview_mode: Annotated[PreviewMode, one_of(PreviewMode)] | None = None
