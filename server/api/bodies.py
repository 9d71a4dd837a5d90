"""Bodies: what several routes give."""

from pydantic import BaseModel


class Both(BaseModel):
    """What a person reads, in both languages."""

    zh: str
    en: str


def both(text: tuple[str, str]) -> Both:
    """A text, Chinese and English, as a body."""
    return Both(zh=text[0], en=text[1])
