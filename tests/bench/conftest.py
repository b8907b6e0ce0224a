"""The bench is run as a script, from its own folder: there its modules find each other."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
