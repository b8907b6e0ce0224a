"""Print the report as PDF with WeasyPrint: bookmarks, links, tags for screen readers, nothing fetched from anywhere."""

import logging
from pathlib import Path

PANGO_MISSING = (
    "no report.pdf, since the library pango is missing; install it and run this again. "
    "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; Fedora: dnf install pango; "
    "macOS: brew install pango; conda: conda install -c conda-forge pango"
)


def written(html: str, target: Path) -> bool:
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
