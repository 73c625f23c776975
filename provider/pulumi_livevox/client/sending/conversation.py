"""Calls in a session: the login they need, its renewal, and the errors they end with."""

from pulumi_livevox.client.account import Account, Limits
from pulumi_livevox.client.calls import LOGIN, Call
from pulumi_livevox.client.errors import AnswerNotUnderstood, LiveVoxError, OutcomeUnknown
from pulumi_livevox.client.sending.answers import AnswerT, fit
from pulumi_livevox.client.sending.deadline import Deadline
from pulumi_livevox.client.sending.failures import failure
from pulumi_livevox.client.sending.gate import Gate
from pulumi_livevox.client.sending.outcome import Outcome, Verdict
from pulumi_livevox.client.sending.redaction import Secrets
from pulumi_livevox.client.sending.repeats import Progress, Repeater
from pulumi_livevox.client.sending.request_log import RequestLog
from pulumi_livevox.client.sending.session import LoggedIn, Session
from pulumi_livevox.client.sending.transport import Transport
from pulumi_livevox.wire.sessions import Login, LoginAnswer


class Conversation:
    """Everything that is said to the API for one account."""

    def __init__(
        self, account: Account, limits: Limits, transport: Transport, log: RequestLog | None
    ) -> None:
        self._account = account
        self._limits = limits
        self._repeater = Repeater(transport, limits, Gate(limits.requests_per_second), log)
        self._session = Session(self._log_in)
        self._secrets = Secrets(account.password, account.api_token)

    @property
    def client_id(self) -> int:
        """The id of the LiveVox client that the account belongs to."""
        return self._session.current().client_id

    def ask(self, call: Call, model: type[AnswerT]) -> AnswerT:
        """Make a call that is answered with a document."""
        outcome = self._carried_out(call)
        try:
            return fit(call, model, outcome.document)
        except AnswerNotUnderstood as problem:
            if call.method.repeatable:
                raise
            reason = f'at "{problem.key}" it does not fit, {problem.reason}'
        raise OutcomeUnknown(str(call), reason)

    def tell(self, call: Call) -> None:
        """Make a call whose answer is that it was carried out."""
        self._carried_out(call)

    def prove_session(self) -> None:
        """Log in anew, so that the next call is surely made in a valid session."""
        self._session.renewed_after(self._session.current())

    def _carried_out(self, call: Call) -> Outcome:
        login = self._session.current()
        progress = self._begun()
        outcome = self._repeater.run(call, login.headers, progress)
        if outcome.status == 401:
            # Refused and so not carried out: any call may be sent once more in a new session.
            login = self._session.renewed_after(login)
            outcome = self._repeater.run(call, login.headers, progress)
        self._require_carried_out(call, outcome, progress)
        return outcome

    def _log_in(self) -> LoggedIn:
        account = self._account
        if not _is_header_value(account.api_token):
            raise LiveVoxError("The API token is not one: it is blank, or holds odd characters.")
        body = Login(
            client_name=account.client_name, user_name=account.username, password=account.password
        )
        call = Call.of(LOGIN, body=body.to_wire())
        progress = self._begun()
        outcome = self._repeater.run(call, {"LV-Access": account.api_token}, progress)
        self._require_carried_out(call, outcome, progress)
        answer = fit(call, LoginAnswer, outcome.document)
        if not _is_header_value(answer.session_id):
            raise AnswerNotUnderstood(str(call), "sessionId", "expected: text for a header")
        self._secrets.add(answer.session_id)
        return LoggedIn(answer.session_id, answer.client_id)

    def _require_carried_out(self, call: Call, outcome: Outcome, progress: Progress) -> None:
        if outcome.verdict is not Verdict.CARRIED_OUT:
            raise failure(call, outcome, progress, self._secrets)

    def _begun(self) -> Progress:
        return Progress(Deadline(self._limits.deadline_seconds))


def _is_header_value(text: str) -> bool:
    """Tell whether a text can be sent in a header: the HTTP library would quote it if not."""
    return bool(text) and all("!" <= character <= "~" for character in text)
