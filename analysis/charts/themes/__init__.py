"""Charts of topics and security themes, by article and over time."""
