"""Product: which version of it is running."""

from importlib.metadata import PackageNotFoundError, version


def product() -> str:
    """Give the installed version, or "source" where it runs from its source tree without being installed."""
    try:
        return version("yanlian")
    except PackageNotFoundError:
        return "source"
