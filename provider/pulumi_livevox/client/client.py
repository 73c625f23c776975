"""The client: the 21 methods of the Configuration API for services, typed.

Any method may raise the errors of `errors`; each docstring names those that belong to the method
in particular. Methods may be called from any number of threads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pulumi_livevox.client import calls
from pulumi_livevox.client.account import Account, Limits
from pulumi_livevox.client.calls import Call, Method
from pulumi_livevox.client.errors import EmptyCallCenter, Forbidden, Unauthenticated
from pulumi_livevox.client.paging import pages
from pulumi_livevox.client.sending.answers import AnswerT
from pulumi_livevox.client.sending.conversation import Conversation
from pulumi_livevox.client.sending.request_log import RequestLog
from pulumi_livevox.client.sending.transport import Transport
from pulumi_livevox.client.shared_reads import SharedReads
from pulumi_livevox.wire.general import General, GeneralUpdate
from pulumi_livevox.wire.inbound_hours import (
    HoursEntry,
    HoursEntryUpdate,
    InboundHours,
    NewHoursEntry,
)
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.pacing import Pacing
from pulumi_livevox.wire.phone import Phone, PhoneUpdate
from pulumi_livevox.wire.services import (
    Created,
    MatchedService,
    MatchedServicePage,
    Related,
    SearchCriteria,
    ServiceListInfo,
    ServiceListItem,
    ServicePage,
)
from pulumi_livevox.wire.settings import Settings, SettingsUpdate

if TYPE_CHECKING:
    import httpx

    from pulumi_livevox.client.sending.connections import Connections

_LARGEST_PAGE = 1000


class LiveVoxClient(AbstractContextManager["LiveVoxClient"]):
    """A client for one account.

    It logs in with the first call. A read that is `shared` takes the latest answer of the same
    section of the same service, or waits for one that is under way, unless this client wrote to the
    service since; a program that lives long should not ask for that. Other reads ask anew.
    """

    def __init__(
        self,
        account: Account,
        limits: Limits | None = None,
        transport: httpx.BaseTransport | None = None,
        log: RequestLog | None = None,
    ) -> None:
        self._account = account
        self._limits = limits or Limits()

        def connect() -> Connections:
            # What HTTP needs is loaded by the first call.
            from pulumi_livevox.client.sending.connections import Connections

            return Connections(account.base_url, self._limits, transport)

        self._transport = Transport(connect, self._limits)
        self._conversation = Conversation(account, self._limits, self._transport, log)
        self._reads = SharedReads()

    @property
    def base_url(self) -> str:
        """The address that the paths of all calls are joined to."""
        return self._account.base_url

    @property
    def client_id(self) -> int:
        """The id of the LiveVox client that the account belongs to; logs in if need be."""
        return self._conversation.client_id

    def close(self) -> None:
        """Let go of the connections. The session lives on: others may be using it."""
        self._transport.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    # Services as a whole

    def create_service(self, template_id: int, name: str) -> int:
        """Copy a service under a new name, in the same call center, and give the copy's id.

        Create Service. Never sent twice: OutcomeUnknown where its answer did not arrive; Conflict
        or BadRequest where the name is refused.
        """
        call = Call.of(calls.CREATE_SERVICE, query={"service": template_id, "name": name})
        return self._conversation.ask(call, Created).id

    def delete_service(self, id: int) -> None:
        """Delete a service.

        Delete Service. NotFound where it is not there; a refusal where it had campaigns in the
        past 90 days.
        """
        self._write(calls.DELETE_SERVICE, id)

    def find_services(
        self,
        criteria: SearchCriteria,
        client_id: int | None = None,
        page_size: int = _LARGEST_PAGE,
    ) -> Iterator[MatchedService]:
        """Return the services that match some criteria, page after page as they are asked for.

        Find Matching Services.
        """
        query = _page(page_size)
        if client_id is not None:
            query["client"] = client_id
        first = Call.of(calls.FIND_SERVICES, query=query, body=criteria.to_wire())
        for page in pages(first, self._matched_page, self.base_url, self._limits.max_pages):
            yield from page.service

    def service_list_info(self, call_center_id: int) -> ServiceListInfo:
        """Tell how many services of a call center the user sees: 0 where it may see none.

        Get Service List Info.
        """
        call = Call.of(calls.SERVICE_LIST_INFO, query={"callCenter": call_center_id})
        return self._conversation.ask(call, ServiceListInfo)

    def related(self, service_id: int) -> Related:
        """Return the call center, agents, campaigns and resource groups of a service.

        Get Service Related Objects. NotFound where the service is not there.
        """
        return self._read(calls.RELATED, Related, service_id)

    def list_services(
        self, call_center_id: int, page_size: int = _LARGEST_PAGE
    ) -> Iterator[ServiceListItem]:
        """Return the services of a call center, page after page as they are asked for.

        List Services. Those that the user may not see are left out by the API; EmptyCallCenter
        where there are none at all.
        """
        query = {"callCenter": call_center_id, **_page(page_size)}
        first = Call.of(calls.LIST_SERVICES, query=query)
        for page in pages(first, self._listed_page, self.base_url, self._limits.max_pages):
            yield from page.service

    # General

    def read_general(self, id: int, *, shared: bool = False) -> General:
        """Read what a service is: its name, call center, direction and kind.

        Read Service General. NotFound where the service is not there.
        """
        return self._section(calls.READ_GENERAL, General, id, shared)

    def update_general(self, id: int, changes: GeneralUpdate) -> None:
        """Change what is set in the update, and nothing else.

        Update Service General. Conflict or BadRequest where a name is refused.
        """
        self._write(calls.UPDATE_GENERAL, id, body=changes.to_wire())

    # Inbound hours

    def read_inbound_hours(self, id: int, *, shared: bool = False) -> list[HoursEntry]:
        """Read when a service takes calls.

        Read Service Inbound Hours. NotFound where the service is not there.
        """
        hours = self._section(calls.READ_INBOUND_HOURS, InboundHours, id, shared)
        # A list of its own for each caller: the answer may be shared.
        return list(hours.inbound_hour)

    def add_inbound_hours(self, id: int, entry: NewHoursEntry) -> int:
        """Add an entry to the hours of a service, and give the entry's id.

        Update Service Add Inbound Hours. Never sent twice: OutcomeUnknown where its answer did not
        arrive.
        """
        call = Call.of(calls.ADD_INBOUND_HOURS, id=id, body=entry.to_wire())
        with self._reads.write_to(id):
            return self._conversation.ask(call, Created).id

    def update_inbound_hours(self, id: int, hours_id: int, changes: HoursEntryUpdate) -> None:
        """Change the beginning or the end of an entry.

        Update Service Update Inbound Hours. NotFound where the entry is not there.
        """
        self._write(calls.UPDATE_INBOUND_HOURS, id, body=changes.to_wire(), hours_id=hours_id)

    def remove_inbound_hours(self, id: int, hours_id: int) -> None:
        """Remove an entry from the hours of a service.

        Update Service Remove Inbound Hours. NotFound where the entry is not there.
        """
        self._write(calls.REMOVE_INBOUND_HOURS, id, hours_id=hours_id)

    # Messaging

    def read_messaging(self, id: int, *, shared: bool = False) -> Messaging:
        """Read the messaging properties of a service.

        Read Service Messaging. NotFound where the service is not there.
        """
        return self._section(calls.READ_MESSAGING, Messaging, id, shared)

    def update_messaging(self, id: int, property: str, value: str) -> None:
        """Change one messaging property of a service.

        Update Service Messaging Property. BadRequest where the API has no such property.
        """
        query = {"property": property, "value": value}
        self._write(calls.UPDATE_MESSAGING, id, query=query)

    # Pacing

    def read_pacing(self, id: int) -> Pacing:
        """Read how the outbound calls of a service are paced.

        Read Service Pacing Settings. NotFound where the service is not there.
        """
        return self._read(calls.READ_PACING, Pacing, id)

    # Phone

    def read_phone(self, id: int, *, shared: bool = False) -> Phone:
        """Read the caller IDs and the phone numbers of a service.

        Read Service Phone. NotFound where the service is not there.
        """
        return self._section(calls.READ_PHONE, Phone, id, shared)

    def update_phone(self, id: int, changes: PhoneUpdate) -> None:
        """Change the phone numbers that are set in the update, and no other.

        Update Service Phone. A refusal where the default caller ID is not in the list.
        """
        self._write(calls.UPDATE_PHONE, id, body=changes.to_wire())

    def add_caller_id(self, id: int, phone_number: str, *, default: bool = False) -> None:
        """Add a number to the caller IDs of a service, as their default if so wished.

        Update Service Add Caller ID. Conflict where the API says that it is there already.
        """
        query = {"default": "true"} if default else None
        self._write(calls.ADD_CALLER_ID, id, query=query, phone_number=phone_number)

    def remove_caller_id(self, id: int, phone_number: str) -> None:
        """Remove a number from the caller IDs of a service.

        Update Service Remove Caller ID. NotFound where it is not there.
        """
        self._write(calls.REMOVE_CALLER_ID, id, phone_number=phone_number)

    # Settings

    def read_settings(self, id: int, *, shared: bool = False) -> Settings:
        """Read the settings of a service.

        Read Service Settings. NotFound where the service is not there.
        """
        return self._section(calls.READ_SETTINGS, Settings, id, shared)

    def update_settings(self, id: int, changes: SettingsUpdate) -> None:
        """Change the settings that are set in the update, and no other.

        Update Service Settings. BadRequest where the API refuses a value.
        """
        self._write(calls.UPDATE_SETTINGS, id, body=changes.to_wire())

    # What the methods are made of

    def _read(self, method: Method, model: type[AnswerT], service_id: int) -> AnswerT:
        return self._conversation.ask(Call.of(method, id=service_id), model)

    def _section(
        self, method: Method, model: type[AnswerT], service_id: int, shared: bool
    ) -> AnswerT:
        get = self._reads.get if shared else self._reads.get_anew
        return get(service_id, method, lambda: self._read(method, model, service_id))

    def _write(
        self,
        method: Method,
        service_id: int,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, Any] | None = None,
        **ids: str | int,
    ) -> None:
        call = Call.of(method, query=query, body=body, id=service_id, **ids)
        with self._reads.write_to(service_id):
            self._conversation.tell(call)

    def _matched_page(self, call: Call) -> MatchedServicePage:
        return self._conversation.ask(call, MatchedServicePage)

    def _listed_page(self, call: Call) -> ServicePage:
        try:
            return self._listed_page_in_valid_session(call)
        except (Unauthenticated, Forbidden) as refusal:
            if not _says_unauthorized(refusal):
                raise
            fault = refusal
        raise EmptyCallCenter(fault.call, fault.status, fault.code, fault.message)

    def _listed_page_in_valid_session(self, call: Call) -> ServicePage:
        try:
            return self._conversation.ask(call, ServicePage)
        except Forbidden as refusal:
            if not _says_unauthorized(refusal):
                raise
        # A 401 has met a fresh login before it is an error; a 403 says nothing of the session.
        self._conversation.prove_session()
        return self._conversation.ask(call, ServicePage)


def _says_unauthorized(refusal: Unauthenticated | Forbidden) -> bool:
    return not refusal.message or "unauthorized" in refusal.message.lower()


def _page(size: int) -> dict[str, int]:
    if not 1 <= size <= _LARGEST_PAGE:
        raise ValueError(f"A page may have from 1 to {_LARGEST_PAGE} entries.")
    return {"count": size, "offset": 0}
