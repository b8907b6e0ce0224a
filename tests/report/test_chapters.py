import json
from pathlib import Path

import pytest

from analysis.report.chapters import chapters


def html(tmp_path: Path, *outputs: dict[str, object], prose: str = "# Topics") -> str:
    code = {
        "id": "b",
        "cell_type": "code",
        "metadata": {},
        "execution_count": 1,
        "source": "hidden()",
        "outputs": outputs,
    }
    cells = [{"id": "a", "cell_type": "markdown", "metadata": {}, "source": prose}, code]
    path = tmp_path / "topics.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return chapters({"topics": path})["topics"]


def result(**data: str) -> dict[str, object]:
    media = {kind.replace("_", "/"): value for kind, value in data.items()}
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": media}


def test_prose_is_shown_and_code_is_not(tmp_path: Path) -> None:
    text = html(tmp_path, prose="# Topics\n\nWhat are they *about*?")
    assert "<h1>Topics</h1>" in text.replace(' id="Topics"', "")
    assert "<em>about</em>" in text
    assert "hidden" not in text


@pytest.mark.parametrize(
    ("output", "shown"),
    [
        (result(text_html="<b>27</b>", text_plain="plain"), "<b>27</b>"),
        (result(text_plain="a < b"), "<pre>a &lt; b</pre>"),
        (result(text_markdown="*27*"), "<p><em>27</em></p>"),
        (result(image_png="aGk=", text_plain="a drawing"), '<img src="data:image/png;base64,aGk=" alt="a drawing">'),
        ({"output_type": "stream", "name": "stdout", "text": "<27>\n"}, "<pre>&lt;27&gt;\n</pre>"),
    ],
)
def test_outputs_are_shown_as_they_are(tmp_path: Path, output: dict[str, object], shown: str) -> None:
    text = html(tmp_path, output)
    assert shown in text
    assert "plain" not in text


def test_warnings_stay_in_the_notebook(tmp_path: Path) -> None:
    assert "careful" not in html(tmp_path, {"output_type": "stream", "name": "stderr", "text": "careful\n"})


def test_nothing_is_fetched_from_the_web(tmp_path: Path) -> None:
    assert "http" not in html(tmp_path, result(text_html="<b>27</b>"))
