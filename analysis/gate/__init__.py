"""The gate: a built report against its own data. No number without its sentence, or the tables it follows from."""

from analysis.gate.gate import faults, of_documents, of_listing, of_pages

__all__ = ["faults", "of_documents", "of_listing", "of_pages"]
