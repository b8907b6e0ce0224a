"""The command line: `python -m analysis report FOLDER --out DIR`, and so `extract`, `check` and `new FOLDER`."""

import signal
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until `main` handles Ctrl-C nothing has begun: no word is needed

import click
from click.exceptions import Exit

from analysis.choice import Choice
from analysis.records import InputError
from analysis.report import fingerprint, output, record
from analysis.report.installation import ASK_TO_END
from analysis.report.order import GLYPHS, PAPERS, Order

# Done; done, but something is wrong with the content; the call or the study is wrong and nothing was written.
DONE, CONTENT, CALL, INTERRUPTED = 0, 1, 2, 130


@click.group()
def cli() -> None:
    """Turn a folder of news articles into a report in which every amount opens the sentence it came from."""


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--start", default="", help="First date: 2018, 2018-02 or 2018-02-12.")
@click.option("--end", default="", help="Last date, in the same forms.")
@click.option("--by", default="said", help="Which dates: said, the articles', or spoken, the periods of the figures.")
@click.option("--country", "countries", multiple=True, help="ISO 3166 code, such as KEN; may be given several times.")
@click.option("--topic", "topics", multiple=True, help="A topic or theme of the study, such as energy; also several.")
@click.option("--paper", default=PAPERS[0], show_default=True, help=f"Size of the paper: {' or '.join(PAPERS)}.")
@click.option(
    "--missing-glyphs",
    "glyphs",
    default=GLYPHS[0],
    show_default=True,
    help="Where no typeface has a character: mark it by its code in the PDF, or stop.",
)
def report(
    folder: Path,
    out: Path,
    start: str,
    end: str,
    by: str,
    countries: tuple[str, ...],
    topics: tuple[str, ...],
    paper: str,
    glyphs: str,
) -> int:
    """Write report.html, report.pdf, index.html, countries/ and data/ for a folder of articles."""
    return reported(Order(folder, out, Choice(start, end, by, countries, topics), paper=paper.lower(), glyphs=glyphs))


def reported(order: Order) -> int:
    """Build a report, unless it stands already, and return the exit code."""
    check_folder(order.corpus, order.out)
    with writing_to(order.out):
        inputs = fingerprint.inputs(order)
        last = record.load(order.out)
        if last and record.stands(last, order.out, inputs.report):
            click.echo(f"{order.out}: nothing has changed")
            return tell(last.problems)

        # What takes a second to load is loaded only where there is something to do.
        from analysis.report import build

        built = build.report(order, inputs)
    parts = (name.partition("/") for name in built.outputs)
    click.echo(f"{order.out}: " + ", ".join(sorted({name + slash for name, slash, _ in parts})))
    return tell(built.problems)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def check(folder: Path) -> int:
    """Check a built report against its own data, and name each number that fails."""
    from analysis import gate

    output.settle(folder)
    found = gate.faults(folder)
    if not found:
        click.echo(f"{folder}: every number has its sentence, or follows from the tables")
    if not (folder / "report.pdf").exists():
        click.echo(f"{folder}: there is no PDF to check")
    return tell(found)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--format", "file_format", type=click.Choice(["csv", "parquet"]), default="csv", show_default=True)
def extract(folder: Path, out: Path, file_format: str) -> int:
    """Write the tables and the raw texts of a folder of articles, and nothing else."""
    check_folder(folder, out)
    with writing_to(out):
        import analysis
        from analysis.report.extract import extracted, guesses

        corpus = analysis.read(folder)
        for line in guesses(corpus):
            click.echo(line)
        wrong = extracted(corpus, out, file_format=file_format)
    return tell(wrong)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Write a study.yml and an articles.csv for a folder of articles, ready to edit; what stands there stays."""
    from analysis import draft

    drafted = draft.new(folder)
    for line in drafted.lines:
        click.echo(line)
    return tell(f"{one.source}: {one.detail}" for one in drafted.rejected)


@contextmanager
def writing_to(out: Path) -> Iterator[None]:
    """Hold the output folder; where the user stops this, say what stands there, and end."""
    try:
        with output.held(out):
            yield
    except KeyboardInterrupt:
        click.echo(f"stopped; {record.standing(out)}", err=True)
        raise Exit(INTERRUPTED) from None


def check_folder(corpus: Path, out: Path) -> None:
    """Raise InputError where there is no folder of articles, or where the output would mix with it."""
    if not corpus.exists():
        raise InputError(f"{corpus}: no such folder; name the folder that holds the articles")
    output.check_apart(corpus, out)


def tell(problems: Iterable[str]) -> int:
    """Print what is wrong with the content, a line each, and return the exit code that says so."""
    lines = list(problems)
    for line in lines:
        click.echo(line, err=True)
    return CONTENT if lines else DONE


def last_place(error: BaseException) -> str:
    """Return where in the program something unforeseen happened."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}, line {frame.lineno}"


def interrupt(number: int, _: FrameType | None) -> None:
    """Raise KeyboardInterrupt, once: a second Ctrl-C would interrupt the cleaning up."""
    for ask_to_end in ASK_TO_END:
        signal.signal(ask_to_end, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> int:
    """Run the command line and return its exit code; whatever goes wrong is one line, never a traceback."""
    for ask_to_end in ASK_TO_END:
        if signal.getsignal(ask_to_end) != signal.SIG_IGN:  # as nohup has it
            signal.signal(ask_to_end, interrupt)
    try:
        return int(cli(prog_name="python -m analysis", standalone_mode=False) or DONE)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        return INTERRUPTED
    except InputError as error:
        click.echo(error, err=True)
    except ModuleNotFoundError as error:
        click.echo(f"the package {error.name} is missing; run make setup and use .venv/bin/python", err=True)
    except OSError as error:
        click.echo(f"{error.filename or 'the system'}: {error.strerror or error}", err=True)
    except Exception as error:
        click.echo(f"a fault of the program, {last_place(error)}: {type(error).__name__}: {error}", err=True)
    return CALL


if __name__ == "__main__":
    sys.exit(main())
