"""Charts of what articles state of trade, investment and change."""
