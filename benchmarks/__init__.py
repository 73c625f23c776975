"""How long rollouts take, side by side: `make bench`; see docs/performance.md."""
