"""One run of the engine: one account, its client, and what the run knows of the platform."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pulumi_livevox.client import EmptyCallCenter, NotFound
from pulumi_livevox.client.asked_once import AskedOnce
from pulumi_livevox.run.claims import Claims
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.doubts import Doubts
from pulumi_livevox.run.errors import NotVisible, WrongAccount, no_service
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.saved import SAVED, Saved
from pulumi_livevox.run.service_names import ServiceNames
from pulumi_livevox.run.state import Location
from pulumi_livevox.run.writes import Writes

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

LIST_LAG_SECONDS: Final = (0.0, 0.5, 1.0, 2.0, 4.0)
"""Pauses before each look at a service list that may lag behind a write."""


class Run:
    """What the resources of one run of the engine share: one account, and what is known of it.

    `directory` is the project's folder.
    """

    def __init__(
        self,
        client: LiveVoxClient,
        journal: Journal,
        directory: str,
        list_lag_seconds: Sequence[float] = LIST_LAG_SECONDS,
    ) -> None:
        self.client = client
        self.warn = journal.warn
        self.list_lag_seconds = list_lag_seconds
        self.commits = Commits(journal, directory)
        self.writes = Writes(journal)
        self.doubts = Doubts(journal.folder)
        self.saved = Saved(journal.folder / SAVED)
        self.claims = Claims()
        self.names = ServiceNames(client, list_lag_seconds)
        self._locations: AskedOnce[int, Location] = AskedOnce()
        self._first: Location | None = None
        self._gone: AskedOnce[int, None] = AskedOnce()
        self._copies: set[int] = set()

    def location(self, call_center_id: int) -> Location:
        """Return where an object about to be made in a call center will live.

        Raises WrongAccount where the objects of the stack belong to another account.
        """
        if self._first is not None:
            self.require("what this stack has", self._first)
        return Location(self.client.base_url, self.client.client_id, call_center_id)

    def learn(self, service_id: int, location: Location) -> None:
        """Remember where a service lives, for its caller IDs and hours."""
        self._first = self._first or location
        self._locations.get_anew(service_id, lambda: location)

    def note_copy(self, service_id: int) -> None:
        """Note that this run made a service, or finished it: it is nobody's line yet."""
        self._copies.add(service_id)

    def is_copy(self, service_id: int) -> bool:
        """Tell whether this run made a service."""
        return service_id in self._copies

    def location_of(self, service_id: int) -> Location:
        """Return where a service lives; read from the platform where this run has not met it.

        Raises ProviderError where there is no such service for this user.
        """
        location = self._locations.get(service_id, lambda: self._look_up(service_id))
        self.require(f"service {service_id}", location)
        return location

    def _look_up(self, service_id: int) -> Location:
        try:
            general = self.client.read_general(service_id, shared=True)
        except NotFound as error:
            raise no_service(service_id, error) from None
        return self.location(general.call_center_id)

    def require_base_url(self, what: str, location: Location) -> None:
        """Refuse an object that lives under another base URL; sends nothing."""
        if location.base_url != self.client.base_url:
            raise WrongAccount(
                f"{what} lives at {location.base_url}, and this stack is configured for "
                f"{self.client.base_url}: nothing was sent. Set livevox:baseUrl or "
                "livevox:environment back to where the stack's objects live; another account "
                "needs a stack of its own"
            )

    def require(self, what: str, location: Location) -> None:
        """Refuse an object of another account; sends at most the login."""
        self.require_base_url(what, location)
        if location.client_id != self.client.client_id:
            raise WrongAccount(
                f"{what} belongs to client {location.client_id}, and the credentials of this "
                f"stack log in as client {self.client.client_id}: nothing was changed. Use the "
                "credentials of the account that owns the stack's objects; another account "
                "needs a stack of its own"
            )

    def confirm_gone(self, service_id: int, location: Location) -> None:
        """Return when the call center's list proves that a service which answered 404 is gone.

        Raises NotVisible where the list still has it (it may lag) or is empty, which says
        that this user may see nothing there.
        """
        # Its caller IDs and hours wait for the same list.
        self._gone.get(service_id, lambda: self._look_for(service_id, location))

    def forget_gone(self, service_id: int, location: Location) -> None:
        """Confirm that a service is gone, and forget what was about to be written to its own.

        What was about to be written to the service itself stays on record: a preview reads too,
        and writes no state. Raises NotVisible as confirm_gone does.
        """
        self.confirm_gone(service_id, location)
        self.writes.forget_children(service_id, location)

    def _look_for(self, service_id: int, location: Location) -> None:
        for pause in self.list_lag_seconds:
            time.sleep(pause)
            listed = self._listed(location.call_center_id)
            if listed is not None and not listed:
                raise NotVisible(
                    f"service {service_id} answers 404 and call center "
                    f"{location.call_center_id} shows this user no service at all: the user may "
                    "see nothing there, so nothing was forgotten. Use a user that may see the "
                    "call center's services"
                )
            if listed is None or service_id not in listed:
                return
        raise NotVisible(
            f"service {service_id} answers 404 and yet call center {location.call_center_id} "
            "lists it: nothing was forgotten. Try again in a minute; if it stays so, ask the "
            "platform's support"
        )

    def _listed(self, call_center_id: int) -> set[int] | None:
        """Return the services that a call center lists, None where it says that it has none."""
        try:
            return {item.service_id for item in self.client.list_services(call_center_id)}
        except EmptyCallCenter:
            return None
