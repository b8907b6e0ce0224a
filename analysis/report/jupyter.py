"""The Jupyter tools, without a check that nothing here needs."""

import sys


def import_quickly() -> None:
    """Keep `rfc3987_syntax` from being imported: jsonschema would check web addresses with it, and it takes a second."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
