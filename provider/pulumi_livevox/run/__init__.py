"""What one run of the engine shares, whoever asks. Knows no engine and no program."""
