"""Turn executed notebooks into pieces of HTML, through nbconvert and the template beside this module."""

from collections.abc import Mapping
from pathlib import Path

from analysis.report.jupyter import import_quickly

TEMPLATE = Path(__file__).with_name("template")


def chapters(executed: Mapping[str, Path]) -> dict[str, str]:
    """Return the HTML of each executed notebook by its name: prose and outputs, in the order of the cells."""
    import_quickly()
    # Not the HTMLExporter: that one parses the finished page and writes it anew, drawings and all.
    from nbconvert.exporters import TemplateExporter

    exporter = TemplateExporter(
        file_extension=".html",
        template_name=TEMPLATE.name,
        extra_template_basedirs=[str(TEMPLATE.parent)],
        exclude_input=True,
    )
    exporter.register_filter("markdown2html", prose)
    return {name: exporter.from_filename(str(path))[0] for name, path in executed.items()}


def prose(markdown: str) -> str:
    """Return Markdown as HTML, HTML inside it as it is, headings without signs to link to them.

    >>> prose("More than *27* billion")
    '<p>More than <em>27</em> billion</p>'
    """
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    return MarkdownWithMath(renderer=renderer).render(markdown).strip()
