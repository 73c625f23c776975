"""Settings that have an old and a new name."""

DEPRECATED_PAIRS = (
    ("account_max_attempts_per_day", "contact_max_attempts_per_day"),
    ("leave_messages", "leave_no_messages"),
    ("cross_requeueable", "is_cross_requeueable"),
)
"""Two names of one setting each: the one that the API is going to drop, and the current one."""
