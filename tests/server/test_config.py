"""The configuration file: documented, and every fault said in both languages without showing a value."""

import string
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from server.config import Config, ConfigError, example_config, read_config
from tests.house.tree import ROOT

EXAMPLE = ROOT / "deploy" / "yanlian.example.toml"
DESTINATION = """
[[delivery.destinations]]
name = "certificates"
url = "{url}"
secret_files = [{files}]
"""


def fault(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        read_config(text)
    return caught.value


def test_the_committed_example_is_what_the_code_says() -> None:
    mend = (
        "run: .venv/bin/python -c 'from server.config import *; print(example_config(), end=\"\")' > deploy/"
        + EXAMPLE.name
    )
    assert EXAMPLE.read_text("utf-8") == example_config(), mend


def test_the_example_holds_every_key_at_its_default() -> None:
    assert read_config(example_config()) == Config()
    written = tomllib.loads(example_config())
    for name, section in Config():
        keys = set(type(section).model_fields) - {"destinations"}
        assert set(written[name]) == keys


def test_an_empty_file_is_the_defaults() -> None:
    assert read_config("") == Config()


def test_every_key_is_described_in_both_languages() -> None:
    chinese = range(0x4E00, 0x9FFF)
    for _, section in Config():
        assert isinstance(section, BaseModel)
        for key, field in type(section).model_fields.items():
            zh = field.json_schema_extra["zh"]  # type: ignore[index, call-overload]
            assert any(ord(letter) in chinese for letter in str(zh)), key
            assert field.description and not any(ord(letter) in chinese for letter in field.description), key


def test_the_commented_destination_works_when_the_marks_are_taken_off() -> None:
    lines = example_config().splitlines()
    begin = lines.index("# [[delivery.destinations]]")
    lines[begin : begin + 4] = [line.removeprefix("# ") for line in lines[begin : begin + 4]]
    (destination,) = read_config("\n".join(lines)).delivery.destinations
    assert destination.name == "certificates"
    assert destination.secret_files[0].name == "webhook.secret"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("[server]\nport = '8760'", "server.port：须为整数", "server.port: write a whole number"),
        ("[server]\nport = 70000", "不得大于 65535", "may not be more than 65535"),
        ("[server]\nhsot = 'x'", "server.hsot：没有此键", "server.hsot: is no key of this file"),
        ("[servre]\nhost = 'x'", "servre：没有此键", "servre: is no key of this file"),
        ("server = 3", "server：须为一节", "server: must be a section"),
        ("[server]\nhost = ''", "不得为空", "may not be empty"),
        ("[server]\npublic_url = 'ftp://x'", "server.public_url：", "begins with http:// or https://"),
        ("[server]\npublic_url = 'http://a:b@x'", "不得含用户名或密码", "no user name or password"),
        ("[data]\nfolder = 'data'", "data.folder：须写完整路径", "data.folder: write the whole path"),
        ("[tls]\nkey = '/etc/key.pem'", "tls：certificate 与 key", "set certificate and key together"),
        ("[limits]\nmessages_per_s = inf", "limits.messages_per_s：", "limits.messages_per_s: "),
        ("[limits]\nmessages_per_s = nan", "limits.messages_per_s：", "limits.messages_per_s: "),
        ("[operation]\nmetrics = 1", "须为 true 或 false", "write true or false"),
        ("[operation]\nlog_format = 'xml'", "只可为 'json'", "write one of 'json'"),
        ("[operation]\nmetrics_networks = ['10.0.0.1/8']", "metrics_networks.0：须为网段", "write a network"),
        ("[delivery]\nlease_s = 5", "lease_s 须长于 timeout_s", "lease_s must be longer"),
        (DESTINATION.format(url="http://x", files=""), "secret_files：至少 1 项", "needs 1 or more entries"),
        (DESTINATION.format(url="", files="'/a'"), "url：不得为空", "url: may not be empty"),
        (DESTINATION.format(url="http://x", files="'/a'") * 2, "两个接收方同名", "have the same name"),
        ("[server]\n[server]", "第 2 行", "line 2"),
        ("[server", "不是有效的 TOML", "not valid TOML"),
    ],
)
def test_a_fault_is_named_with_its_key(text: str, zh: str, en: str) -> None:
    text_of_fault = fault(text).text
    assert zh in text_of_fault.zh
    assert en in text_of_fault.en
    assert "\n" not in text_of_fault.zh + text_of_fault.en


def test_all_faults_are_named_at_once() -> None:
    assert str(fault("[server]\nport = -1\n[panel]\nsize = 0")).count("may not be less than") == 2


SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"


@pytest.mark.parametrize(
    "text",
    [
        f"[delivery]\nsecret = '{SECRET}'",
        f"[server]\nport = '{SECRET}'",
        f"[server]\npublic_url = '{SECRET}'",
        f"[data]\nfolder = '{SECRET}'",
        f"'{SECRET}' = 1",
        f"[operation]\nlog_level = '{SECRET}'\nmetrics_networks = ['{SECRET}']",
        DESTINATION.format(url="http://x", files=f"'{SECRET}'"),
        DESTINATION.format(url=f"http://u:{SECRET}@x/", files="'/a'"),
        f"[x]\n'{SECRET}\n",
    ],
)
def test_no_fault_shows_what_was_read(text: str) -> None:
    told = fault(text)
    shown = [*told.text, str(told), repr(told), repr(told.__cause__), *map(str, told.args)]
    assert not [line for line in shown if SECRET in line or SECRET.lower()[:12] in line]


@given(st.text(alphabet=string.printable + "演", max_size=60))
def test_any_text_is_read_or_refused_in_both_languages(text: str) -> None:
    try:
        read_config(text)
    except ConfigError as error:
        assert error.text.zh and error.text.en
