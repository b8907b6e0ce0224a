"""How large and how slow what is read may be; a study may set other limits under `limits:`."""

from pydantic import BaseModel, ConfigDict, PositiveInt

MB = 1_000_000  # bytes


class Limits(BaseModel):
    """The most that is read: what is beyond is rejected by name, the rest is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file_mb: PositiveInt = 200  # of a file that is read in one piece, and of a file in an archive
    table_mb: PositiveInt = 20_000  # of a file that is read article by article: .jsonl .csv .parquet .warc .zip
    article_characters: PositiveInt = 2_000_000  # ten times the longest reports: beyond it is a book, or a mistake
    archive_files: PositiveInt = 200_000
    unpacked_mb: PositiveInt = 20_000  # of all files in an archive
    unpacked_times: PositiveInt = 200  # as large as packed: texts reach 20, archives made to fill the memory 1,000
    seconds: PositiveInt = 60  # until an article is read, for each 10 MB of its file
    memory_mb: PositiveInt = 4_000  # of the process that reads web pages, PDF, Word, mails, tables and archives

    def patience(self, size: int) -> int:
        """Return the seconds that reading may go on without an article, for a file of that many bytes.

        >>> Limits(seconds=60).patience(25 * MB)
        180
        """
        return self.seconds * (1 + size // (10 * MB))


DEFAULT = Limits()
