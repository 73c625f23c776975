"""Of what pictures of hours are made: `services` as they live, and `declared` hours of a stack."""
