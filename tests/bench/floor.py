"""The least that notebooks and PDFs take, two at a time, whatever is in the notebooks.

`python floor.py kernels 23` starts as many kernels, has each import pandas and matplotlib, and ends it.
`python floor.py print FILE.html ...` prints each document beside itself, with the options of the report.
"""

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

AT_A_TIME = 2
IMPORTS = "import pandas, matplotlib"

# The processes that print import this module, so it imports at its head nothing that takes a while.


def bare_kernel(_: object) -> None:
    """Start a kernel, have it import what the notebooks need, and end it."""
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(kernel_name="python3", extra_arguments=["--IPKernelApp.log_level=50"])
    answer = client.execute_interactive(IMPORTS)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    if answer["content"]["status"] != "ok":
        raise RuntimeError(f"{IMPORTS}: {answer['content']['evalue']}")


def plain_pdf(path: str) -> None:
    """Print a document with WeasyPrint alone."""
    import logging

    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # of properties meant for screens
    weasyprint.HTML(path).write_pdf(f"{path}.pdf", pdf_variant="pdf/a-3a", pdf_tags=True)


def done(work: Callable[[Any], None], pieces: Iterable[Any], workers: Executor) -> None:
    """Have the workers do all the work there is, the first piece first."""
    with workers:
        list(workers.map(work, pieces))


def main(kind: str, *pieces: str) -> None:
    """Do one kind of work."""
    if kind == "kernels":
        done(bare_kernel, range(int(pieces[0])), ThreadPoolExecutor(AT_A_TIME))
    else:
        done(plain_pdf, pieces, ProcessPoolExecutor(AT_A_TIME, mp_context=get_context("spawn")))


if __name__ == "__main__":
    main(*sys.argv[1:])
