"""What goes wrong between the sandbox and its callers, on request."""
