"""Making a service: a copy under a name of its own, and the name, last, as the commit."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from functools import partial
from typing import Final

from pulumi_livevox.client import (
    BadRequest,
    CallFailed,
    Conflict,
    LiveVoxError,
    LoginRefused,
    NotFound,
    OutcomeUnknown,
)
from pulumi_livevox.declaring.values import known
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.naming import refuse_taken
from pulumi_livevox.resources.service.sections import everything, writes
from pulumi_livevox.run.at_once import write_at_once
from pulumi_livevox.run.commits import digest
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.identity import unfinished_name
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.service_names import CallCenterNames
from pulumi_livevox.run.target import Kind, Target

_COPIES_AT_MOST: Final = 3
"""How often a copy is asked for in one create when answers get lost."""

_MAY_NOT_BE_COPIED: Final = frozenset({400, 403, 404, 405, 409, 501})
"""The answers by which a platform may say that it makes no service of this kind by API."""


def copy_and_commit(
    run: Run, names: CallCenterNames, declared: DeclaredService, identity: str
) -> int:
    """Make a service from its template and return its id.

    The copy is made under the resource's unfinished name and gets every declared section; then, as
    the commit, its final name together with everything general. Raises ProviderError, with the
    copy removed again, where the platform refuses any of it.
    """
    client_id, inherits = run.client.client_id, declared.inherit_caller_ids is not False
    run.commits.record(client_id, identity, None, unfinished_name(identity))
    copy_id = _copy(run, names, known(declared.template_id), identity)
    run.claims.claim(Target(Kind.SERVICE, copy_id), identity)
    try:
        sections = everything(declared)
        general = sections.pop("general")
        calls = writes(run, copy_id, sections)
        if not inherits:
            calls["inherited caller IDs"] = partial(remove_caller_ids, run, copy_id)
        write_at_once(calls)
        declaration = digest(declared.to_inputs())
        run.commits.record(
            client_id,
            identity,
            copy_id,
            declared.name,
            declaration=declaration,
            inherits=inherits,
        )
        write_at_once(writes(run, copy_id, {"general": general}))
    except LiveVoxError as error:
        _undo_copy(run, copy_id, identity, error)
        if isinstance(error, BadRequest | Conflict):
            names.found_since(declared.name)
            refuse_taken(run, names, declared.name, identity)
        raise ProviderError(f"{error} The unfinished copy was removed again.") from None
    names.put(copy_id, declared.name)
    return copy_id


def remove_unfinished_copies(run: Run, names: CallCenterNames, identity: str) -> None:
    """Remove copies that a run which died left under this resource's unfinished name."""
    for service_id in names.named(unfinished_name(identity)):
        remove_copy(run, service_id)


def _copy(run: Run, names: CallCenterNames, template_id: int, identity: str) -> int:
    """Copy a template under a name that only this resource uses, exactly once."""
    name = unfinished_name(identity)
    may_be_made = False
    for attempt in range(_COPIES_AT_MOST):
        try:
            made: int | None = run.client.create_service(template_id, name)
        except (BadRequest, Conflict, OutcomeUnknown) as error:
            stopped = error
            may_be_made = may_be_made or isinstance(error, OutcomeUnknown)
            made = _kept_after(run, names, identity, error, is_first=not attempt)
        except LiveVoxError as error:
            if may_be_made:
                raise
            raise _nothing_made(run, identity, error) from None
        if made is None:
            continue
        names.put(made, name)
        if attempt:
            _remove_late_copies(run, names, name, made)
            run.warn(
                f'an answer to a copy was lost: should a service "{name}" turn up later in call '
                f"center {names.call_center_id}, beside service {made}, delete it in the console"
            )
        return made
    if not may_be_made:
        raise _nothing_made(run, identity, stopped)
    raise ProviderError(
        f"{stopped.problem} Nothing was made under the service's final name; run `pulumi up` again"
    )


def _kept_after(
    run: Run, names: CallCenterNames, identity: str, error: LiveVoxError, *, is_first: bool
) -> int | None:
    """Return the copy that a lost answer made, None where there is none; remove what else is found.

    A refusal, too, may say that a copy of ours is there, which the list did not show yet.
    """
    name = unfinished_name(identity)
    at_once_refused = is_first and isinstance(error, BadRequest)
    found = names.found_since(name) if at_once_refused else names.look_for(name)
    if at_once_refused and not found:
        raise _nothing_made(run, identity, error) from None
    kept = found[0] if found and isinstance(error, OutcomeUnknown) else None
    for leftover in found:
        if leftover != kept:
            remove_copy(run, leftover)
    return kept


def _nothing_made(run: Run, identity: str, error: LiveVoxError) -> LiveVoxError:
    """Return the error of a copy that surely was not made; the record of it goes."""
    run.commits.forget(identity)
    is_login = isinstance(error, LoginRefused)
    if is_login or not isinstance(error, CallFailed) or error.status not in _MAY_NOT_BE_COPIED:
        return error
    return ProviderError(
        f"{error.problem} Nothing was made. Where the platform does not let a service of this "
        "kind be created by API, make it in the console and declare its id as adopt_id."
    )


def _remove_late_copies(run: Run, names: CallCenterNames, name: str, kept: int) -> None:
    """Remove copies of lost answers that are made, or shown, only after another was asked for."""
    for pause in run.list_lag_seconds:
        time.sleep(pause)
        for service_id in names.found_since(name):
            if service_id != kept:
                remove_copy(run, service_id)


def remove_caller_ids(run: Run, service_id: int, inherited: Sequence[str] | None = None) -> None:
    """Take away the caller IDs that came with the template; the default one last.

    A new copy has no others; of a service that may have, `inherited` names them.
    """
    phone = run.client.read_phone(service_id)
    numbers = [each for each in phone.caller_id if inherited is None or each in inherited]
    others = [number for number in numbers if number != phone.default_caller_id]
    write_at_once({number: partial(_remove_number, run, service_id, number) for number in others})
    if phone.default_caller_id in numbers:
        _remove_number(run, service_id, str(phone.default_caller_id))


def _remove_number(run: Run, service_id: int, number: str) -> None:
    with contextlib.suppress(NotFound):
        run.client.remove_caller_id(service_id, number)


def _undo_copy(run: Run, copy_id: int, identity: str, error: LiveVoxError) -> None:
    """Remove a copy that could not be finished; raise both errors where that fails too."""
    try:
        remove_copy(run, copy_id)
    except LiveVoxError as second:
        raise ProviderError(
            f"{error.problem} The unfinished copy, service {copy_id}, could not be removed "
            f"either: {second.problem} The next `pulumi up` removes it, or takes it over if it has "
            "its name."
        ) from None
    run.commits.forget(identity)


def remove_copy(run: Run, service_id: int) -> None:
    """Delete a copy that is not finished; one that is gone is done."""
    with contextlib.suppress(NotFound):
        run.client.delete_service(service_id)
    run.names.drop(service_id)
