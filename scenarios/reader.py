"""Reader: TOML -> canonical JSON -> `Scenario`. A record embeds the canonical JSON and needs no TOML."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

import rfc8785
from pydantic import ValidationError

from scenarios.model import PolicyTable, Scenario, ScenarioFile
from scenarios.names import names_of
from scenarios.policy import Policy, Step
from scenarios.shared import Beside, NotSharedError, expanded, lent, nowhere
from sim_core.cues import Cue
from sim_core.text import Text

_ZH = {
    "missing": "缺少此键",
    "extra_forbidden": "未知的键",
    "unexpected_keyword_argument": "未知的键",
    "unexpected_positional_argument": "多余的值",
    "string_type": "应为字符串",
    "string_pattern_mismatch": "应为小写字母、数字和下划线",
    "float_type": "应为数",
    "int_type": "应为整数",
    "bool_type": "应为 true 或 false",
    "tuple_type": "应为数组",
    "dict_type": "应为表",
    "dataclass_type": "应为表",
    "decimal_type": "应为数",
    "literal_error": "不在允许的取值之中",
    "union_tag_invalid": "未知的 kind",
    "union_tag_not_found": "缺少 kind",
}


class ScenarioError(ValueError):
    """A scenario that cannot be read: one line with file, key and reason in both languages."""

    def __init__(self, file: str, key: str, reason: Text) -> None:
        self.file, self.key, self.reason = file, key, reason
        where = f"{file}: {key}" if key else file
        super().__init__(f"{where}: {_line(reason.zh)} / {_line(reason.en)}")


def read(text: str, file: str = "scenario.toml", beside: Beside = nowhere) -> Scenario:
    """Read the text of a scenario file. beside: as of `expanded`. ScenarioError for anything that is not one."""
    try:
        document = tomllib.loads(text)
        canonical = rfc8785.dumps(expanded(document, beside))
        shared = lent(document, beside)
    except NotSharedError as error:
        raise ScenarioError(file, error.key, Text(f"没有 {error.name}", f"there is no {error.name}")) from error
    except (ValueError, RecursionError) as error:
        reason = Text(f"不是可用的 TOML：{error}", f"no usable TOML: {error}")
        raise ScenarioError(file, "", reason) from error
    try:
        return replace(from_canonical(canonical, file), lent=shared)
    except ScenarioError as error:
        raise _where_it_stands(error, canonical, shared) from error


def _where_it_stands(error: ScenarioError, canonical: bytes, shared: Mapping[str, str]) -> ScenarioError:
    """The same fault, told of the shared file if it lies in an item of that."""
    found = re.match(r"rubric\.items\.(\d+)(.*)", error.key)
    if not (shared and found):
        return error
    item = json.loads(canonical)["rubric"]["items"][int(found[1])]
    name = str(item.get("id")) if isinstance(item, dict) else ""
    return ScenarioError(shared[name], f"items.{name}{found[2]}", error.reason) if name in shared else error


def from_canonical(canonical: bytes, file: str = "record") -> Scenario:
    """Read a scenario back from its RFC 8785 JSON. ScenarioError for any other run of bytes."""
    try:
        same = rfc8785.dumps(json.loads(canonical)) == canonical
    except (ValueError, RecursionError) as error:
        raise ScenarioError(file, "", Text(f"不是 JSON：{error}", f"not JSON: {error}")) from error
    if not same:
        raise ScenarioError(file, "", Text("不是规范的 JSON（RFC 8785）", "not canonical JSON (RFC 8785)"))
    try:
        parsed = ScenarioFile.model_validate_json(canonical)
    except ValidationError as error:
        raise first_fault(error, file) from error
    except RecursionError as error:
        raise ScenarioError(file, "", Text("嵌套过深", "nested too deep")) from error
    return _scenario(parsed, canonical, file)


def first_fault(error: ValidationError, file: str) -> ScenarioError:
    """The first of what pydantic finds wrong, in one line."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    return ScenarioError(file, _line(key), Text(_ZH.get(first["type"], "取值无效"), first["msg"]))


def _line(text: str) -> str:
    return " ".join(text.split())


def _scenario(parsed: ScenarioFile, canonical: bytes, file: str) -> Scenario:
    return Scenario(
        id=parsed.id,
        code=parsed.code,
        name=parsed.name,
        family=parsed.family,
        mandatory=parsed.mandatory,
        examined=parsed.examined,
        duration_s=parsed.duration_s,
        rule_module=parsed.rule_module,
        roles=parsed.roles,
        managers=parsed.managers,
        frightened=parsed.frightened,
        site=parsed.site,
        cues=tuple(_with_cards(cue, parsed) for cue in parsed.cues),
        hidden=parsed.hidden,
        strata=parsed.strata,
        false_alarm=parsed.false_alarm,
        params=parsed.incident.params,
        sources=parsed.incident.sources,
        traffic=parsed.incident.traffic,
        rubric=replace(parsed.rubric, names=_names(parsed)),
        policies={name: _policy(name, parsed.policies, file) for name in parsed.policies},
        gear=parsed.gear,
        calls=parsed.calls,
        standards=parsed.standards,
        briefing=parsed.briefing,
        plan_cards=parsed.plan_cards,
        model_answer=parsed.model_answer,
        case=parsed.case,
        canonical=canonical,
        hash=sha256(canonical).hexdigest(),
    )


def _with_cards(cue: Cue, parsed: ScenarioFile) -> Cue:
    """The cue with the plan cards that it brings up."""
    cards = tuple(f"{card.seat}/{card.id}" for card in parsed.plan_cards if cue.id in card.cues)
    return replace(cue, cards=cards) if cards else cue


def _names(parsed: ScenarioFile) -> dict[str, Text]:
    return names_of(parsed.site, parsed.cues, parsed.incident.sources, parsed.incident.traffic)


def _policy(name: str, tables: Mapping[str, PolicyTable], file: str) -> Policy:
    """Lay a policy over its base. What waited for a dropped step no longer does."""
    table = tables[name]
    if not table.base:
        return Policy(name, table.steps, table.around)
    base = tables.get(table.base)
    if base is None or base.base:
        reason = Text(f"{table.base} 不是可用的基础策略", f"{table.base} is no policy to build on")
        raise ScenarioError(file, f"policies.{name}.base", reason)
    known = {step.id for step in base.steps}
    for dropped in table.drop:
        if dropped not in known:
            reason = Text(f"基础策略没有步骤 {dropped}", f"the base has no step {dropped}")
            raise ScenarioError(file, f"policies.{name}.drop", reason)
    own = {step.id for step in table.steps}
    gone = {*table.drop} - own
    kept = (step for step in base.steps if step.id not in gone | own)
    steps = tuple(_without(step, gone) for step in (*table.steps, *kept))
    return Policy(name, steps, table.around or base.around)


def _without(step: Step, gone: set[str]) -> Step:
    return replace(step, after=tuple(earlier for earlier in step.after if earlier not in gone))


def _sources() -> Iterator[tuple[str, Traversable]]:
    for source in sorted(files("scenarios").joinpath("catalogue").iterdir(), key=lambda entry: entry.name):
        if source.name.endswith(".toml"):
            yield source.name.removesuffix(".toml"), source


def ids() -> tuple[str, ...]:
    """Ids of the catalogue's scenarios, without reading them."""
    return tuple(scenario_id for scenario_id, _ in _sources())


@cache
def load(scenario_id: str) -> Scenario:
    """Load a scenario of the catalogue by its id. ScenarioError if there is none, or it cannot be read."""
    source = dict(_sources()).get(scenario_id)
    if source is None:
        raise ScenarioError(scenario_id, "", Text("目录中没有此情景", "no such scenario in the catalogue"))
    scenario = read(source.read_text(encoding="utf-8"), source.name)
    if scenario.id != scenario_id:
        raise ScenarioError(source.name, "id", Text("应与文件名相同", "must equal the file's name"))
    return scenario


@cache
def catalogue() -> tuple[Scenario, ...]:
    """Load every scenario of the catalogue, by id."""
    return tuple(load(scenario_id) for scenario_id, _ in _sources())
