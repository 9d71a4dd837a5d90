"""Text: what a person reads, in both languages."""

from typing import NamedTuple


class Text(NamedTuple):
    """One line in Chinese and in English."""

    zh: str
    en: str
