"""Caller IDs of services."""
