"""Judging what users declare: one sentence for each wrong value, before any call."""
