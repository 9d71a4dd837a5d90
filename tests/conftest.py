"""For all tests: no example of Hypothesis is judged by the clock, and a run can be repeated."""

from hypothesis import settings

settings.register_profile("yanlian", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("yanlian")
