"""The Jupyter tools, without a check that nothing here needs."""

import sys


def import_quickly() -> None:
    """Keep out `rfc3987_syntax`, with which jsonschema would check web addresses: it takes a second to import."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
