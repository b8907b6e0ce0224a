"""The fuzzers are run as a script too, from their own folder: there their modules find each other."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
