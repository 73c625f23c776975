"""Inbound hours: when a service takes calls."""
