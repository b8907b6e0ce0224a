"""A study drafted from a folder of articles: what they name, as a `study.yml` and an `articles.csv` ready to edit."""

from analysis.draft.default import default_text
from analysis.draft.files import new

__all__ = ["default_text", "new"]
