"""Settings of every test: hypothesis neither times an example nor draws others from run to run; nothing is kept."""

import os

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# What one run of the tests has found tells nothing about the next, nor about code that a test replaces.

os.environ["SOURCED_REPORT_CACHE"] = os.devnull
