"""Turn executed notebooks into pieces of HTML, through nbconvert and the template beside this module."""

from collections.abc import Mapping
from pathlib import Path

TEMPLATE = Path(__file__).with_name("template")


def chapters(executed: Mapping[str, Path]) -> dict[str, str]:
    """Return the HTML of each executed notebook by its name: prose and outputs, in the order of the cells."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(
        template_name=TEMPLATE.name,
        extra_template_basedirs=[str(TEMPLATE.parent)],
        exclude_input=True,
        exclude_anchor_links=True,
    )
    return {name: exporter.from_filename(str(path))[0] for name, path in executed.items()}
