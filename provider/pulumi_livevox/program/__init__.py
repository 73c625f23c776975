"""The user's process: what a program declares, before the engine asks a provider."""
