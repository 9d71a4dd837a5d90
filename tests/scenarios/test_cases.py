"""The case library: four steps in both languages, each statement with its mark, fixed tags, known scenarios, search."""

import re
from importlib.resources import files

import pytest

from scenarios import ScenarioError, reader
from scenarios.cases import EVIDENCE, PARTS, STEPS, TAG_KINDS, Case, library, read, search

TOML = files("scenarios").joinpath("cases.toml").read_text(encoding="utf-8")
CASES = {case.id: case for case in library().cases}
# what each scenario stands on, by the field material
SEEDS = {
    "tank_overfill": {"buncefield_2005", "jaipur_2009"},
    "lpg_sphere_leak": {"san_juan_1984", "rizhao_2015"},
    "tank_fire": {"itc_2019", "gulei_2015", "dalian_2010"},
    "h2s_pit": {"chengdu_2024", "zhoushan_2026", "nanyang_2024"},
    "chlorine_leak": {"festus_2002"},
    "lpg_tanker_unloading": {"linyi_2017"},
    "pipeline_culvert": {"qingdao_2013"},
    "lpg_bullet_fire": {"san_juan_1984"},
    "crude_boilover": {"milford_haven_1983"},
    "nitrogen_vessel": {"nitrogen_kettle", "brine_tank_2025"},
    "sour_gas": {"nanyang_2024"},
    "oxidiser_store": {"tianjin_2015", "xiangshui_2019"},
    "vcm_gasholder": {"zhangjiakou_2018"},
}


def found(words: str, *tags: str) -> list[str]:
    return [case.id for case in search(library(), words, tags)]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_case_has_its_four_steps_in_both_languages(case: Case) -> None:
    assert len(STEPS) == 4 and sorted(part for _, parts in STEPS for part in parts) == sorted(PARTS)
    assert case.what_happened and case.lessons and case.numbers
    for part in PARTS:
        assert case.part(part) or part in case.open
    said = [one for part in PARTS for one in case.part(part)] + list(case.lessons)
    assert all(re.search("[一-鿿]", one.zh) and re.search("[A-Za-z]", one.en) for one in said)
    assert not any(re.search("[一-鿿]", one.en) for one in said)
    assert all((*case.title, *case.place, *case.source))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_case_is_marked_and_tagged(case: Case) -> None:
    known = [one for part in PARTS for one in case.part(part)]
    assert {one.evidence for one in (*known, *case.numbers)} <= {"R", "R2", "B"}, "of an accident nothing is ours"
    assert {one.evidence for one in case.lessons} == {"P"}, "a lesson is ours"
    assert case.evidence in EVIDENCE
    for kind in TAG_KINDS:
        assert set(case.tags) & set(library().tags[kind])
    assert len(set(case.tags)) == len(case.tags)


def test_every_tag_is_used_and_every_page_that_is_unsure_of_its_cause_says_so() -> None:
    assert {tag for case in CASES.values() for tag in case.tags} == set(library().names())
    unsure = {case.id for case in CASES.values() if "to_be_found" in case.tags}
    assert all({"causes_direct", "causes_indirect"} & set(CASES[one].open) for one in unsure)


def test_scenarios_have_the_cases_that_they_stand_on() -> None:
    for scenario, cases in SEEDS.items():
        assert {case.id for case in CASES.values() if scenario in case.scenarios} == cases
    assert {*reader.ids(), *library().planned} >= SEEDS.keys()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("硫化氢", "chengdu_2024"),
        ("硫化氢中毒", "chengdu_2024"),
        ("储罐复燃", "gulei_2015"),  # nobody types a space between them
        ("液位 汽油", "buncefield_2005"),
        ("沸溢", "milford_haven_1983"),
        ("BOIL-OVER", "milford_haven_1983"),
        ("hammer blind", "jaipur_2009"),
        ("m3/h", "buncefield_2005"),
        ("2019-03-21", "xiangshui_2019"),
        ("ｃｈｌｏｒｉｎｅ", "festus_2002"),
    ],
)
def test_search_finds_in_both_languages(words: str, first: str) -> None:
    assert found(words)[0] == first


def test_search_asks_for_every_word_and_every_tag() -> None:
    assert len(found("")) == len(CASES)
    assert found("硫化氢 液氯") == []
    assert found("", "confined_space", "asphyxiation") == ["brine_tank_2025", "xinjin_2025", "nitrogen_kettle"]
    assert found("氮气", "confined_space") == ["nitrogen_kettle"]
    assert found("化") != [], "a single sign is looked for whole"
    assert found("氮化") == [] == found("硫化氢x")


def test_a_title_counts_more_than_a_tag_and_a_tag_more_than_the_text() -> None:
    by_fire = found("fire")
    titled = [one for one in by_fire if "fire" in CASES[one].title.en.casefold()]
    tagged = [one for one in by_fire if "fire" in CASES[one].tags and one not in titled]
    assert titled and tagged and by_fire[: len(titled)] == titled
    assert by_fire[len(titled) :][: len(tagged)] == tagged
    dates = [CASES[one].date for one in titled]
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('"tank_farm", "level_blind"', '"tank_farm", "levelblind"', "cases.buncefield_2005.tags: 没有标签 levelblind"),
        ('"tank_farm", "level_blind"', '"level_blind"', "cases.buncefield_2005.tags: 缺少“行业”标签"),
        ('scenarios = ["tank_overfill"]', 'scenarios = ["tank"]', "cases.buncefield_2005.scenarios: 没有情景 tank"),
        ('open = ["causes_indirect", ', "open = [", None),  # it has statements: that is the editor's word
        ('open = ["causes_indirect", "responsibility", ', "open = [", "cases.buncefield_2005.responsibility: 为空"),
        ('"responsibility", "correction"]', '"blame", "responsibility", "correction"]', "open: 没有“blame”这一节"),
        ('id = "jaipur_2009"', 'id = "buncefield_2005"', "cases.buncefield_2005: 编号重复"),
        ('date = "2005-12-11"', 'date = "11.12.2005"', "cases.0.date: 应为小写字母、数字和下划线"),
        ('evidence = "R", zh = "912', 'evidence = "A", zh = "912', "what_happened.0.evidence: 不在允许的取值之中"),
        ('place = { zh = "英国', 'spot = "x"\nplace = { zh = "英国', "cases.0.spot: 未知的键"),
        ("leak = { zh", "spark = { zh", "tags: 同一标签出现在两类中"),
        ("as_of =", "as_of ==", "不是可用的 TOML"),
    ],
)
def test_what_breaks_a_rule_is_told_in_one_line(was: str, becomes: str, told: str | None) -> None:
    assert was in TOML
    text = TOML.replace(was, becomes, 1)
    if told is None:
        assert len(read(text).cases) == len(CASES)
        return
    with pytest.raises(ScenarioError) as caught:
        read(text)
    assert str(caught.value).startswith("cases.toml: ") and told in str(caught.value)
    assert "\n" not in str(caught.value)
