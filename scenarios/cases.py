"""Cases: accidents as pages, each with its four steps, its tags and the scenarios that it seeds; and their search.

`scenarios/cases.toml` holds them. Every statement bears its own mark of evidence; what nobody has looked up stays open.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal
from unicodedata import normalize

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenarios.model import Slug
from scenarios.reader import ScenarioError, first_fault, ids
from sim_core.text import Text

FILE = "cases.toml"
Evidence = Literal["R", "R2", "B", "P"]
EVIDENCE: Mapping[Evidence, Text] = {
    "R": Text("已读资料", "read"),
    "R2": Text("二手转述", "second-hand"),
    "B": Text("待查证", "to be looked up"),
    "P": Text("本产品的提炼", "ours"),
}
PARTS: Mapping[str, Text] = {
    "what_happened": Text("事故经过", "What happened"),
    "causes_direct": Text("直接原因", "Direct cause"),
    "causes_indirect": Text("间接原因", "Indirect cause"),
    "responsibility": Text("责任与持证人员履职情况", "Responsibility and conduct of certificate holders"),
    "correction": Text("整改", "Correction"),
}
# the four steps of a page: its title and the parts that it is made of
STEPS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (PARTS["what_happened"], ("what_happened",)),
    (Text("原因分析", "Cause"), ("causes_direct", "causes_indirect")),
    (PARTS["responsibility"], ("responsibility",)),
    (PARTS["correction"], ("correction",)),
)
TagKind = Literal["accident", "industry", "cause"]
TAG_KINDS: Mapping[TagKind, Text] = {
    "accident": Text("事故类型", "Type of accident"),
    "industry": Text("行业", "Industry"),
    "cause": Text("原因", "Cause"),
}
TITLE_RANK, TAG_RANK, TEXT_RANK = 4, 2, 1  # what a word counts by the best place that it is found in
SHORTEST = 2  # signs of the shortest piece into which a Chinese word is parted


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said of an accident, in both languages, and how well it is known."""

    zh: str
    en: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of an accident, as the source gives it, unit included."""

    what: Text
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Case:
    """An accident. date: ISO 8601, as much of it as is known. evidence: of the source as a whole.

    open: parts in which something is still to be looked up. lessons: ours. scenarios: ids of those that it seeds.
    """

    id: Slug
    title: Text
    date: Annotated[str, Field(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")]
    place: Text
    what_happened: tuple[Statement, ...]
    causes_direct: tuple[Statement, ...]
    causes_indirect: tuple[Statement, ...]
    responsibility: tuple[Statement, ...]
    correction: tuple[Statement, ...]
    open: tuple[str, ...]
    lessons: tuple[Statement, ...]
    numbers: tuple[Figure, ...]
    tags: tuple[str, ...]
    scenarios: tuple[str, ...]
    source: Text
    evidence: Evidence

    def part(self, name: str) -> tuple[Statement, ...]:
        """What is known under one of PARTS."""
        found: tuple[Statement, ...] = getattr(self, name)
        return found


class Library(BaseModel):
    """All cases. as_of: day of the last revision. planned: scenarios that are proposed and not yet in the catalogue.

    tags: the fixed lists, kind -> id -> name; an id is in one list alone.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")
    as_of: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    planned: tuple[Slug, ...]
    tags: dict[TagKind, dict[Slug, Text]]
    cases: tuple[Case, ...]

    def names(self) -> dict[str, Text]:
        """Every tag by its id."""
        return {tag: name for names in self.tags.values() for tag, name in names.items()}


def read(text: str, file: str = FILE) -> Library:
    """Read the text of a case file. ScenarioError for anything that is not one, or breaks a rule of the library."""
    try:
        library = Library.model_validate_json(rfc8785.dumps(tomllib.loads(text)))
    except ValidationError as error:
        raise first_fault(error, file) from error
    except (ValueError, RecursionError) as error:
        reason = Text(f"不是可用的 TOML：{error}", f"no usable TOML: {error}")
        raise ScenarioError(file, "", reason) from error
    for key, reason in _breaches(library):
        raise ScenarioError(file, key, reason)
    return library


@cache
def library() -> Library:
    """The cases that come with the product. ScenarioError if they cannot be read."""
    return read(files("scenarios").joinpath(FILE).read_text(encoding="utf-8"))


def search(library: Library, words: str = "", tags: Iterable[str] = ()) -> tuple[Case, ...]:
    """Cases that hold all words, in either language, and all tags; best first, of equals the latest first."""
    wanted, asked = _plain(words).split(), set(tags)
    latest = sorted(library.cases, key=lambda case: case.date, reverse=True)
    ranked = [(_rank(library, case, wanted), case) for case in latest if asked <= set(case.tags)]
    return tuple(case for rank, case in sorted(ranked, key=lambda one: -one[0]) if rank >= len(wanted))


def _rank(library: Library, case: Case, wanted: list[str]) -> int:
    """Sum over the words of what each counts; less than their number: one is missing."""
    names = library.names()
    title = _plain(f"{case.title.zh}\n{case.title.en}")
    tags = _plain("\n".join(text for tag in case.tags for text in names[tag]))
    whole = _plain("\n".join((title, tags, *_texts(case))))
    total = 0
    for word in wanted:
        if not _found(word, whole):
            return -1
        total += TITLE_RANK if _found(word, title) else TAG_RANK if _found(word, tags) else TEXT_RANK
    return total


def _texts(case: Case) -> Iterator[str]:
    yield from (case.date, *case.place, *case.source)
    for statement in (*(one for part in PARTS for one in case.part(part)), *case.lessons):
        yield from (statement.zh, statement.en)
    for figure in case.numbers:
        yield from (*figure.what, figure.value)


def _plain(text: str) -> str:
    return normalize("NFKC", text).casefold()


def _found(word: str, text: str) -> bool:
    """Whether a word stands there, whole; a Chinese one also in pieces, for nobody types spaces between them."""
    if word in text or word.isascii():
        return word in text
    reached = {0}
    for end in range(SHORTEST, len(word) + 1):
        if any(word[start:end] in text for start in reached if end - start >= SHORTEST):
            reached.add(end)
    return len(word) in reached


def _breaches(library: Library) -> Iterator[tuple[str, Text]]:
    """Rules of the library that are broken: where, and how."""
    known, seen = {*ids(), *library.planned}, set[str]()
    if len(library.names()) < sum(map(len, library.tags.values())):
        yield "tags", Text("同一标签出现在两类中", "a tag stands in two lists")
    for case in library.cases:
        at = f"cases.{case.id}"
        if case.id in seen:
            yield at, Text("编号重复", "its id is taken")
        seen.add(case.id)
        for tag in sorted(set(case.tags) - set(library.names())):
            yield f"{at}.tags", Text(f"没有标签 {tag}", f"there is no tag {tag}")
        for kind, names in library.tags.items():
            if not set(names) & set(case.tags):
                yield f"{at}.tags", Text(f"缺少“{TAG_KINDS[kind].zh}”标签", f"no tag of the kind {kind}")
        for scenario in sorted(set(case.scenarios) - known):
            yield f"{at}.scenarios", Text(f"没有情景 {scenario}", f"there is no scenario {scenario}")
        for part in sorted(set(case.open) - set(PARTS)):
            yield f"{at}.open", Text(f"没有“{part}”这一节", f"there is no part {part}")
        for part in PARTS:
            if not case.part(part) and part not in case.open:
                yield f"{at}.{part}", Text("为空而未列入 open", "empty, and not named in open")
