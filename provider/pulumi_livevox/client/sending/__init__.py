"""One call on its way: session, deadline, repeats, pace, HTTP, redaction and the request log."""
