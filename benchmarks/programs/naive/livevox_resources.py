"""LiveVox resources as one would write them for a single project.

One module, a resource for each entry, an HTTP client and a session shared in the process; every
resource reads its object after writing it, and deletes it.
"""

import threading
from functools import cache
from typing import Any

import httpx
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

Props = dict[str, Any]


@cache
def _client() -> httpx.Client:
    token = {"LV-Access": _account["apiToken"]}
    client = httpx.Client(base_url=_account["baseUrl"], headers=token, timeout=30)
    login = {
        "clientName": _account["clientName"],
        "userName": _account["username"],
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
    answer = client.request(method, f"{SERVICES}{path}", **options).raise_for_status()
    return answer.json() if answer.content else None


class Provider(ResourceProvider):
    serialize_as_secret_always = False

    def configure(self, req: ConfigureRequest) -> None:
        for key in ("baseUrl", "clientName", "username", "password", "apiToken"):
            _account[key] = str(req.config.get(f"livevox:{key}"))

    def diff(self, _id: str, _olds: Props, _news: Props) -> DiffResult:
        changed = [key for key in _news if key != "__provider" and _news[key] != _olds.get(key)]
        replaces = [key for key in changed if key in ("service", "number", "template")]
        return DiffResult(changes=bool(changed), replaces=replaces)

    def read(self, id_: str, props: Props) -> ReadResult:
        return ReadResult(id_, props | self.live(id_, props))

    def live(self, id_: str, props: Props) -> Props:
        """The declared properties as they stand on the platform."""
        raise NotImplementedError


class ServiceProvider(Provider):
    def create(self, props: Props) -> CreateResult:
        params = {"service": whole(props["template"]), "name": props["name"]}
        made = str(call("POST", "", params=params)["id"])
        self._write(made, {}, props)
        return CreateResult(made, props | self.live(made, props))

    def update(self, _id: str, _olds: Props, _news: Props) -> UpdateResult:
        if _news["name"] != _olds["name"]:
            call("POST", f"/{_id}", json={"name": _news["name"]})
        self._write(_id, _olds, _news)
        return UpdateResult(_news | self.live(_id, _news))

    def delete(self, _id: str, _props: Props) -> None:
        call("DELETE", f"/{_id}")

    def _write(self, id_: str, olds: Props, news: Props) -> None:
        """Write the sections that changed."""
        for section, path in (("general", f"/{id_}"), ("settings", f"/{id_}/settings")):
            if news[section] != olds.get(section):
                call("POST", path, json=whole(news[section]))
        if news["messaging"] != olds.get("messaging"):
            for key, value in news["messaging"].items():
                call("POST", f"/{id_}/messaging", params={"property": key, "value": value})

    def live(self, id_: str, props: Props) -> Props:
        general = call("GET", f"/{id_}")
        settings = call("GET", f"/{id_}/settings")
        properties = call("GET", f"/{id_}/messaging")["property"]
        messaging = {each["key"].upper(): each["value"] for each in properties}
        return {
            "name": general["name"],
            "general": {key: general.get(key) for key in props["general"]},
            "settings": {key: settings.get(key) for key in props["settings"]},
            "messaging": {key: messaging.get(key) for key in props["messaging"]},
        }


class CallerIdProvider(Provider):
    def create(self, props: Props) -> CreateResult:
        call("POST", f"/{props['service']}/phone/{props['number']}")
        made = f"{props['service']}/{props['number']}"
        return CreateResult(made, props | self.live(made, props))

    def delete(self, _id: str, _props: Props) -> None:
        call("DELETE", f"/{_props['service']}/phone/{_props['number']}")

    def live(self, id_: str, props: Props) -> Props:
        if props["number"] not in call("GET", f"/{props['service']}/phone")["callerId"]:
            raise LookupError(f"{props['number']} is not on service {props['service']}")
        return {}


class HoursEntryProvider(Provider):
    fields = (("day", "dayOfWeek"), ("start", "startTime"), ("end", "endTime"))
    """A property, and its name on the wire."""

    def create(self, props: Props) -> CreateResult:
        made = str(call("POST", self._path(props), json=self._entry(props))["id"])
        return CreateResult(made, props | self.live(made, props))

    def update(self, _id: str, _olds: Props, _news: Props) -> UpdateResult:
        call("POST", f"{self._path(_news)}/{_id}", json=self._entry(_news))
        return UpdateResult(_news | self.live(_id, _news))

    def delete(self, _id: str, _props: Props) -> None:
        call("DELETE", f"{self._path(_props)}/{_id}")

    def live(self, id_: str, props: Props) -> Props:
        for each in call("GET", self._path(props))["inboundHour"]:
            if each["id"] == int(id_):
                return {key: each[name] for key, name in self.fields}
        raise LookupError(f"hours {id_} are not on service {props['service']}")

    def _path(self, props: Props) -> str:
        return f"/{props['service']}/inboundHours"

    def _entry(self, props: Props) -> Props:
        return {name: whole(props[key]) for key, name in self.fields}


class Service(Resource):
    def __init__(self, resource_name: str, **props: Any) -> None:
        super().__init__(ServiceProvider(), resource_name, props)


class CallerId(Resource):
    def __init__(self, resource_name: str, **props: Any) -> None:
        super().__init__(CallerIdProvider(), resource_name, props)


class HoursEntry(Resource):
    def __init__(self, resource_name: str, **props: Any) -> None:
        super().__init__(HoursEntryProvider(), resource_name, props)
