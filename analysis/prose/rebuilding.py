"""What exactly this report was made of, and the command that makes it again. Pure."""

from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from analysis.computed import computed
from analysis.prose.choices import asked_for, options
from analysis.prose.markup import Html, paragraph, table
from analysis.prose.rows import named

if TYPE_CHECKING:
    from analysis.workbench import Corpus

# The folder's own name is nobody else's concern, and says nothing: the same articles elsewhere give the same report.
REMARK = (
    "FOLDER is the folder that holds these articles. The digest is the SHA-256 of the lines “SHA-256, two blanks, "
    "path” of all articles in order; both stand in articles.csv. “Since last time” also depends on the report that "
    "stood in the same folder before."
)


@computed
def rebuilding(corpus: "Corpus") -> Html:
    """Return the choice, the articles' digest, the software and the command that make this report again."""
    command = f"python -m analysis report FOLDER --out reports {options(corpus.choice)}".strip()
    rows = [
        ("Articles", f"SHA-256 <code>{corpus_digest(corpus)}</code>"),
        ("Choice", asked_for(corpus.choice, corpus.study) or "All articles of the folder."),
        ("Command", f"<code>{escape(command)}</code>"),
        *((escape(name), escape(version)) for name, version in corpus.versions.items()),
    ]
    shown = table("What this report was made of", ("What", "Which"), rows, name="rebuilding")
    return Html(shown + paragraph(REMARK, "note"))


def corpus_digest(corpus: "Corpus") -> str:
    """Return one digest of all articles of the report: SHA-256 of a line for each, its own SHA-256 and its path."""
    lines = sorted(f"{article.sha256}  {article.source}\n" for article in named(corpus.articles))
    return sha256("".join(lines).encode()).hexdigest()
