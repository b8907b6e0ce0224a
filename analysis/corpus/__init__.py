"""Files in, articles out: text, residue, sentences, title, outlet and dates. The only room that reads articles."""

from analysis.corpus.reading import Reading, read
from analysis.corpus.residue.clean import clean
from analysis.corpus.story.sentences import sentences

__all__ = ["Reading", "clean", "read", "sentences"]
