"""One call on its way.

- `conversation` makes it in the one `session`; `failures` has the error that it may end with.
- `repeats` tries it until its `deadline`, each try when the `gate` lets it through; `outcome` says
  what a try has come to.
- `transport` makes one try, `connections` one exchange; a `response` is what comes of it, and
  `answers` reads that.
- `request_log` notes each try and its purpose; `redaction` keeps secrets out of messages.
"""
