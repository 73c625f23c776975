"""Whom the client talks to: only a host whose certificate is good."""

import ssl
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import trustme

from pulumi_livevox.client import LiveVoxClient, UntrustedCertificate
from tests.rig.canned import PASSWORD, QUICK, Api
from tests.rig.examples import GENERAL


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=["127.0.0.1"])
def encrypted(authority: trustme.CA, request: pytest.FixtureRequest) -> Iterator[Api]:
    """An API whose certificate is of a host, of this one if a test names no other."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(request.param).configure_cert(context)
    with closing(Api(tls=context)) as api:
        yield api


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


def _refused(api: Api) -> UntrustedCertificate:
    client = LiveVoxClient(api.account(), QUICK)
    with client, pytest.raises(UntrustedCertificate) as caught:
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
@pytest.mark.parametrize("encrypted", ["livevox.example"], indirect=True)
def test_a_certificate_of_another_host_is_refused(encrypted: Api) -> None:
    assert "not valid for" in str(_refused(encrypted))
    assert encrypted.logins == []


@pytest.mark.usefixtures("trusted")
def test_an_authority_that_ssl_cert_file_names_is_trusted(encrypted: Api) -> None:
    with LiveVoxClient(encrypted.account(), QUICK) as client:
        assert client.read_general(5).service_id == GENERAL["serviceId"]
