"""The report of a corpus: notebooks executed, joined to one page, written as HTML and PDF beside the tables."""
