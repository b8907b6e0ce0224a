"""The program that prints PDFs, `python -m analysis.report.press`: a document a line, until its input is closed."""

import json
import logging
import sys
from contextlib import redirect_stdout
from pathlib import Path


def printed(html: str, target: Path) -> bool:
    """Write a document as PDF and return whether that could be done: WeasyPrint needs the system's pango."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except OSError:
        return False
    # It warns of every property meant for screens.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    fetcher = URLFetcher(allowed_protocols=("data",))
    weasyprint.HTML(string=html, url_fetcher=fetcher).write_pdf(target, pdf_variant="pdf/ua-1")
    return True


def answer(line: str) -> bool | str:
    """Print the document in a line, a JSON list of path and HTML; return whether that could be done, or what failed."""
    target, html = json.loads(line)
    try:
        with redirect_stdout(sys.stderr):  # without pango WeasyPrint prints advice of its own
            return printed(html, Path(target))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(line)), flush=True)
