"""The script of the web pages, and the policy by which a browser runs that script alone and fetches nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

SCRIPT = Path(__file__).with_name("template") / "report.js"


@cache
def script() -> str:
    """Return the script: search, order and choice in the evidence, sentences beside links, citations to copy."""
    return SCRIPT.read_text(encoding="utf-8")


def policy(script: str) -> str:
    """Return the content security policy of a page that holds a script, or none: all that it needs is in itself.

    https://www.w3.org/TR/CSP3/#grammardef-hash-source

    >>> policy("")
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    >>> policy("1")[:52]
    "default-src 'none'; script-src 'sha256-a4ayc/80/OGda"
    """
    digest = b64encode(sha256(script.encode()).digest()).decode()
    allowed = f"script-src 'sha256-{digest}'; " if script else ""
    return (
        f"default-src 'none'; {allowed}style-src 'unsafe-inline'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
