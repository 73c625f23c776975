"""LiveVox resources as one would write them for a single project.

One module, a resource for each entry, an HTTP client and a session shared in the process; every
resource reads its object after writing it, and deletes it.
"""

import threading
from functools import cache
from typing import Any

import httpx
import pulumi
from pulumi.dynamic import (
    ConfigureRequest,
    CreateResult,
    DiffResult,
    ReadResult,
    Resource,
    ResourceProvider,
    UpdateResult,
)

SERVICES = "/configuration/services"
_account: dict[str, str] = {}
_login = threading.Lock()


@cache
def _client() -> httpx.Client:
    token = {"LV-Access": _account["token"]}
    client = httpx.Client(base_url=_account["url"], headers=token, timeout=30)
    login = {
        "clientName": _account["client"],
        "userName": _account["user"],
        "password": _account["password"],
    }
    session = client.post("/session/login", json=login).raise_for_status().json()
    client.headers["LV-Session"] = session["sessionId"]
    return client


def whole(value: Any) -> Any:
    """A value as it was declared: the engine hands whole numbers over as fractions."""
    if isinstance(value, dict):
        return {key: whole(each) for key, each in value.items()}
    return int(value) if isinstance(value, float) else value


def call(method: str, path: str, **options: Any) -> Any:
    """Make a call of the API; its answer."""
    with _login:
        client = _client()
    answer = client.request(method, path, **options).raise_for_status()
    return answer.json() if answer.content else None


class Provider(ResourceProvider):
    serialize_as_secret_always = False

    def configure(self, req: ConfigureRequest) -> None:
        keys = {
            "url": "baseUrl",
            "client": "clientName",
            "user": "username",
            "password": "password",
            "token": "apiToken",
        }
        _account.update({name: str(req.config.get(f"livevox:{key}")) for name, key in keys.items()})

    def diff(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> DiffResult:
        changed = [key for key in _news if key != "__provider" and _news[key] != _olds.get(key)]
        replaces = [key for key in changed if key in ("service", "number", "template")]
        return DiffResult(changes=bool(changed), replaces=replaces)


class ServiceProvider(Provider):
    def create(self, props: dict[str, Any]) -> CreateResult:
        params = {"service": whole(props["template"]), "name": props["name"]}
        made = str(call("POST", SERVICES, params=params)["id"])
        for section in ("general", "settings", "messaging"):
            self._write(made, section, props[section])
        return CreateResult(made, {**props, **self._live(made, props)})

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        return ReadResult(id_, {**props, **self._live(id_, props)})

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        if _news["name"] != _olds["name"]:
            call("POST", f"{SERVICES}/{_id}", json={"name": _news["name"]})
        for section in ("general", "settings", "messaging"):
            if _news[section] != _olds[section]:
                self._write(_id, section, _news[section])
        return UpdateResult({**_news, **self._live(_id, _news)})

    def delete(self, _id: str, _props: dict[str, Any]) -> None:
        call("DELETE", f"{SERVICES}/{_id}")

    def _write(self, service: str, section: str, values: dict[str, Any]) -> None:
        if section == "messaging":
            for key, value in values.items():
                params = {"property": key, "value": value}
                call("POST", f"{SERVICES}/{service}/messaging", params=params)
        else:
            call("POST", self._path(service, section), json=whole(values))

    def _live(self, service: str, props: dict[str, Any]) -> dict[str, Any]:
        general = call("GET", self._path(service, "general"))
        settings = call("GET", self._path(service, "settings"))
        answer = call("GET", self._path(service, "messaging"))
        messaging = {each["key"].upper(): each["value"] for each in answer["property"]}
        return {
            "name": general["name"],
            "general": {key: general.get(key) for key in props["general"]},
            "settings": {key: settings.get(key) for key in props["settings"]},
            "messaging": {key: messaging.get(key) for key in props["messaging"]},
        }

    def _path(self, service: str, section: str) -> str:
        return f"{SERVICES}/{service}" + ("" if section == "general" else f"/{section}")


class Service(Resource):
    def __init__(self, resource_name: str, **props: Any) -> None:
        super().__init__(ServiceProvider(), resource_name, props)


class CallerIdProvider(Provider):
    def create(self, props: dict[str, Any]) -> CreateResult:
        call("POST", f"{SERVICES}/{props['service']}/phone/{props['number']}")
        self._require(props)
        return CreateResult(f"{props['service']}/{props['number']}", props)

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        self._require(props)
        return ReadResult(id_, props)

    def delete(self, _id: str, _props: dict[str, Any]) -> None:
        call("DELETE", f"{SERVICES}/{_props['service']}/phone/{_props['number']}")

    def _require(self, props: dict[str, Any]) -> None:
        phone = call("GET", f"{SERVICES}/{props['service']}/phone")
        if props["number"] not in phone["callerId"]:
            raise LookupError(f"{props['number']} is not on service {props['service']}")


class CallerId(Resource):
    def __init__(self, resource_name: str, service: pulumi.Input[str], number: str) -> None:
        super().__init__(CallerIdProvider(), resource_name, {"service": service, "number": number})


class HoursEntryProvider(Provider):
    def create(self, props: dict[str, Any]) -> CreateResult:
        made = str(call("POST", self._path(props), json=self._entry(props))["id"])
        return CreateResult(made, {**props, **self._live(made, props)})

    def read(self, id_: str, props: dict[str, Any]) -> ReadResult:
        return ReadResult(id_, {**props, **self._live(id_, props)})

    def update(self, _id: str, _olds: dict[str, Any], _news: dict[str, Any]) -> UpdateResult:
        call("POST", f"{self._path(_news)}/{_id}", json=self._entry(_news))
        return UpdateResult({**_news, **self._live(_id, _news)})

    def delete(self, _id: str, _props: dict[str, Any]) -> None:
        call("DELETE", f"{self._path(_props)}/{_id}")

    def _path(self, props: dict[str, Any]) -> str:
        return f"{SERVICES}/{props['service']}/inboundHours"

    def _entry(self, props: dict[str, Any]) -> dict[str, Any]:
        entry: dict[str, Any] = {
            "dayOfWeek": props["day"],
            "startTime": props["start"],
            "endTime": props["end"],
        }
        return {key: whole(value) for key, value in entry.items()}

    def _live(self, entry: str, props: dict[str, Any]) -> dict[str, Any]:
        for each in call("GET", self._path(props))["inboundHour"]:
            if each["id"] == int(entry):
                return {
                    "day": each["dayOfWeek"],
                    "start": each["startTime"],
                    "end": each["endTime"],
                }
        raise LookupError(f"hours {entry} are not on service {props['service']}")


class HoursEntry(Resource):
    def __init__(self, resource_name: str, **props: Any) -> None:
        super().__init__(HoursEntryProvider(), resource_name, props)
