"""What is fuzzed: for each name the input it is given, and what must hold of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from properties import check_article, check_corrections, check_file, check_manifest, check_study
from strategies import SEEDS, articles, changed_texts, files, seed_texts


@dataclass(frozen=True)
class Target:
    """Something that reads what others wrote."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]
    seeds: Callable[[], list[Any]]  # kept inputs: made by hand, or what once failed


def of_texts(kind: str, check: Callable[[str], None], *more: st.SearchStrategy[str]) -> Target:
    """Return the target of a kind of text, whose seeds lie in the folder of that name."""
    return Target(
        st.one_of(*more, changed_texts(seed_texts(kind)), st.text(max_size=300)), check, lambda: seed_texts(kind)
    )


def of_files(ending: str) -> Target:
    """Return the target of a format, whose seeds are the files of that ending."""
    kept = [path.read_bytes() for path in sorted((SEEDS / "files").iterdir()) if path.name.partition(".")[2] == ending]
    inputs = st.one_of(*map(files, kept), st.binary(max_size=300))
    return Target(inputs, lambda content: check_file(content, f".{ending}"), lambda: kept)


ENDINGS = (
    "txt", "md", "html", "mhtml", "pdf", "docx", "eml", "jsonl", "csv", "parquet", "xml", "warc", "warc.gz", "zip",
)  # fmt: skip
TARGETS = {
    "articles": of_texts("articles", check_article, articles(), articles(), articles()),
    "manifests": of_texts("manifests", check_manifest),
    "corrections": of_texts("corrections", check_corrections),
    "studies": of_texts("studies", check_study),
} | {ending: of_files(ending) for ending in ENDINGS}
