"""Bodies: what several routes give."""

from pydantic import BaseModel


class Both(BaseModel):
    """What a person reads, in both languages."""

    zh: str
    en: str
