"""What makes a PDF fit for archives and for screen readers at once: PDF/A-3a and PDF/UA-1 in one file."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pydyf

OPTIONS = {"pdf_variant": "pdf/a-3a", "pdf_tags": True}  # of WeasyPrint

# WeasyPrint declares one standard. The other one is declared beside it, and since PDF/A knows no such property, the
# schema that describes it stands in the same RDF (ISO 19005-3, 6.6.2.3; ISO 14289-1, 5).
ACCESSIBLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
END = b"</rdf:RDF>"

# What a font says its glyphs mean. One that is drawn together with another, a dot of an Arabic letter, means nothing by
# itself; readers take the number of such a glyph for its text, unless it says that it is a space without width.
MAP = b"begincmap"
UNMAPPED = re.compile(rb"(<[0-9a-f]{4}>) <>")


def declaring_both(rdf: Callable[..., bytes]) -> Callable[..., bytes]:
    """Return a maker of a document's metadata that declares PDF/UA-1 too."""
    return lambda *standard: rdf(*standard).replace(END, ACCESSIBLE + END)


def moment(created: str | None) -> datetime:
    """Return the moment that a document says it is of; without one a fixed moment, since no clock is asked.

    >>> moment("2025-10-09").isoformat(), moment(None).year
    ('2025-10-09T00:00:00+00:00', 1970)
    """
    return datetime.fromisoformat(created or "1970-01-01").replace(tzinfo=UTC)


def of_links_alone(document: Any) -> None:
    """Take away the links of a laid out document that stand for parts of a link: marked words, numbers of notes.

    WeasyPrint makes one for each, with no place in the structure (ISO 14289-1, 7.18.5).
    """
    for page in document.pages:
        page.links[:] = [link for link in page.links if link[-1].link]


def finished(document: Any, pdf: Any) -> None:
    """Add to a PDF that WeasyPrint has made what it leaves out."""
    for page in document.pages:
        for annotation, link in ((box.link_annotation, box.element) for *_, box in page.links):
            if annotation:  # said aloud for the link; it would be the name of the place that the link leads to
                annotation["Contents"] = pydyf.String(said(link))
    for part in pdf.objects:
        if isinstance(part, dict) and part.get("S") == "/TH":
            rows = parent(pdf, parent(pdf, part))
            part["A"]["Scope"] = "/Column" if rows["S"] == "/THead" else "/Row"
        elif isinstance(part, pydyf.Stream) and MAP in part.stream[:3]:
            part.stream[:] = [UNMAPPED.sub(rb"\1 <200b>", line) for line in part.stream]
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])  # it names each file twice


def said(link: Any) -> str:
    """Return what is said of a link: its label, or its words."""
    return link.get("aria-label") or " ".join(" ".join(link.itertext()).split())


def parent(pdf: Any, tag: Any) -> Any:
    """Return the tag that a tag of a PDF is in."""
    return pdf.objects[int(tag["P"].split()[0])]
