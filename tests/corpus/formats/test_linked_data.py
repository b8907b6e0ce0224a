from typing import Any

import pytest
from lxml.html import document_fromstring

from analysis.corpus.formats.linked_data import linked_article, name_said

OWN = '{"@type": "NewsArticle", "headline": "Tea exports rise"}'
OTHER = '{"@type": ["Thing", "BlogPosting"], "headline": "Maize falls"}'
SITE = '{"@type": "WebSite", "headline": "The Lake Courier"}'


def article(*scripts: str) -> dict[str, Any]:
    head = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return linked_article(
        document_fromstring(f"<html><head>{head}</head><body><h1> Tea exports  rise</h1></body></html>")
    )


@pytest.mark.parametrize(
    "scripts",
    [
        [OWN],
        [SITE, OWN],
        [OTHER, OWN],
        [OWN, OTHER],
        [f'{{"@graph": [{SITE}, {OTHER}, {OWN}]}}'],
        [f'{{"@type": "ItemList", "itemListElement": [{OTHER}]}}', f"[{OWN}]"],
        ['{"@type": "NewsArticle", ', OWN],
    ],
)
def test_of_several_articles_the_one_with_the_pages_title_speaks(scripts: list[str]):
    assert article(*scripts)["headline"] == "Tea exports rise"


def test_an_article_with_another_headline_speaks_where_it_is_the_first():
    assert article(OTHER, OTHER.replace("falls", "rises"))["headline"] == "Maize falls"


@pytest.mark.parametrize("scripts", [[], [SITE], ["{broken"], ["3"]])
def test_a_page_without_an_article_says_nothing(scripts: list[str]):
    assert article(*scripts) == {}


def test_author_and_publisher_may_be_named_elsewhere_in_the_page():
    own = '{"@type": "NewsArticle", "author": [{"@id": "#a"}, {"name": "John Doe"}], "publisher": {"@id": "#p"}}'
    named = '{"@graph": [{"@id": "#p", "name": "The Lake Courier"}, {"@id": "#a", "name": "Jane Roe"}, {"name": "No"}]}'
    found = article(own, named)
    assert (name_said(found["author"]), name_said(found["publisher"])) == ("Jane Roe, John Doe", "The Lake Courier")
    assert name_said(article(own)["publisher"]) == ""
