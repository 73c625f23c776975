"""Whom the client talks to: only a host whose certificate is good."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from pulumi_livevox.client import LiveVoxClient, UntrustedCertificate
from tests.rig.canned import PASSWORD, QUICK, Api
from tests.rig.examples import GENERAL


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


def _serving(authority: trustme.CA, host: str) -> Iterator[Api]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host).configure_cert(context)
    with Api(tls=context) as api:
        yield api


@pytest.fixture
def encrypted(authority: trustme.CA) -> Iterator[Api]:
    yield from _serving(authority, "127.0.0.1")


@pytest.fixture
def of_another_host(authority: trustme.CA) -> Iterator[Api]:
    yield from _serving(authority, "livevox.example")


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


def _refused(api: Api) -> UntrustedCertificate:
    with (
        LiveVoxClient(api.account(), QUICK) as client,
        pytest.raises(UntrustedCertificate) as caught,
    ):
        client.read_general(5)
    return caught.value


def test_a_certificate_of_an_unknown_authority_is_refused_and_the_user_told_what_to_do(
    encrypted: Api,
) -> None:
    error = _refused(encrypted)

    assert "certificate verify failed" in str(error)
    assert "SSL_CERT_FILE" in str(error)
    assert PASSWORD not in str(error)
    assert error.tries == 1
    assert encrypted.logins == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another_host_is_refused(of_another_host: Api) -> None:
    assert "not valid for" in str(_refused(of_another_host))
    assert of_another_host.logins == []


@pytest.mark.usefixtures("trusted")
def test_an_authority_that_ssl_cert_file_names_is_trusted(encrypted: Api) -> None:
    with LiveVoxClient(encrypted.account(), QUICK) as client:
        assert client.read_general(5).service_id == GENERAL["serviceId"]
