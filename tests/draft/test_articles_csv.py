from datetime import date
from pathlib import Path

from analysis import corpus
from analysis.corpus.manifest import manifest_entries
from analysis.draft.articles_csv import articles_csv
from analysis.records import Article


def article(name: str, **fields: object) -> Article:
    return Article(article_id=name, source=f"{name}.txt", sha256="", raw_text="", sentences=(), **fields)  # type: ignore[arg-type]


def test_each_article_has_a_row_that_reads_back() -> None:
    told = article(
        "a",
        title='Tea, "the" leaf',
        outlet="Herald",
        published=date(2024, 3, 14),
        published_basis="page",
        translated=True,
    )
    entry = manifest_entries(articles_csv([told]))["a.txt"]
    assert (entry.title, entry.outlet, entry.published) == ('Tea, "the" leaf', "Herald", date(2024, 3, 14))
    assert (entry.url, entry.event_date, entry.translated) == ("", None, True)


def test_what_is_not_known_is_unknown_and_how_dates_are_known_is_told() -> None:
    text = articles_csv(
        [
            article("a"),
            article("b", published=date(2024, 3, 14), published_basis="text", published_words="14/03/2024"),
        ]
    )
    assert text.splitlines()[1:] == [
        "a.txt,unknown,unknown,unknown,unknown,unknown,unknown,unknown,published: unknown,",
        'b.txt,unknown,unknown,unknown,2024-03-14,unknown,unknown,unknown,"published: text, as 14/03/2024",',
    ]


def test_a_copy_says_of_what_it_is_one_and_why() -> None:
    text = articles_csv([article("a"), article("b", duplicate_of="a", copy_reason="the same text")])
    assert text.splitlines()[2].endswith("a copy of a.txt (the same text)")


def test_the_articles_read_back_the_same_but_for_how_they_are_known(folder: Path) -> None:
    before = corpus.read(folder).articles
    (folder / "articles.csv").write_text(articles_csv(before), encoding="utf-8")
    after = corpus.read(folder).articles
    for one, other in zip(before, after, strict=True):
        for name in (
            "article_id",
            "title",
            "outlet",
            "url",
            "published",
            "event_date",
            "language",
            "translated",
            "sentences",
        ):
            assert getattr(one, name) == getattr(other, name), name
        assert one.duplicate_of == other.duplicate_of
