"""Inbound hours of services."""
