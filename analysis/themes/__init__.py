"""Themes: an article in, mentions out. Topics, security themes with stance, organisations, countries with role."""

from analysis.themes.mentions import find

__all__ = ["find"]
