"""Settings of every test: hypothesis neither times an example nor draws others from run to run."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
