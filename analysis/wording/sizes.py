"""How the report changes with the number of stories: the lines that are drawn, in one place.

Below SOME every statement is shown. From SOME on there are percent, strips and years; from MANY on distributions,
quarters, map and matrix; from MASSES on months and a queue for review. Stories are counted after copies are grouped.
"""

SOME = 50  # stories
MANY = 500
MASSES = 5000

RATE_MENTIONS, RATE_WORDS = 10, 10_000  # a rate per 1,000 words needs so many mentions in so many words
LINE_PERIODS, LINE_STORIES = 8, 10  # a line over time needs so many periods, each with so many stories
EDGE_STORIES = 3  # stories in which two countries are spoken of together before a mark joins them

LISTED = 20  # rows of a table of many stories; the others stand in the data
LONGEST = 1_000  # rows of a table, or pieces of evidence, of fewer stories: of more, only LISTED are shown
