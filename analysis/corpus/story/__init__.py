"""The story of a text, residue left out: its lines, paragraphs and sentences."""
