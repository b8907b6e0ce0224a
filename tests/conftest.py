"""Settings of every test: hypothesis neither times an example nor draws others from run to run; nothing is kept."""

import os
import tempfile

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# What one run of the tests has found in an article tells nothing about the next.
_folder = tempfile.TemporaryDirectory(prefix="kept-")
os.environ["SOURCED_REPORT_CACHE"] = _folder.name
