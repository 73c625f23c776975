"""Caller IDs: the numbers on the list of a service."""
