"""The line of time: when articles speak, and of which periods."""
