"""The provider's process: what the engine hands over and takes back."""
