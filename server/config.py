"""Config: what an installation chooses, read from one TOML file in which every key is documented.

A secret never stands in the file, only the path of a file that holds it; and no fault ever shows a value that was
read, since somebody may have pasted a secret under a wrong key.
"""

import re
import tomllib
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    PlainValidator,
    TypeAdapter,
    ValidationError,
)
from pydantic import model_validator as model_rule
from pydantic_core import ErrorDetails, PydanticCustomError

from sim_core.text import Text


class ConfigError(Exception):
    """text: what is wrong in the file, where, and what to do, in one line; never a value out of the file."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def _rule(zh: str, en: str) -> PydanticCustomError:
    return PydanticCustomError("rule", "{en}", {"zh": zh, "en": en})


def _path(value: object) -> object:
    if value == "" or value is None:
        return None
    if isinstance(value, str | Path) and Path(value).is_absolute():
        return Path(value)
    raise _rule("须写完整路径（放在引号内）", "write the whole path, in quotes")


def _url(value: object) -> object:
    if value == "":
        return value
    try:
        TypeAdapter(HttpUrl).validate_python(value)
    except ValidationError:
        raise _rule("须为 http:// 或 https:// 地址", "write an address that begins with http:// or https://") from None
    if "@" in str(value):
        raise _rule("地址中不得含用户名或密码", "no user name or password inside an address")
    return str(value).rstrip("/")


def _network(value: object) -> IPv4Network | IPv6Network:
    try:
        return ip_network(value if isinstance(value, str) else "")
    except ValueError:
        raise _rule('须为网段，如 "10.0.0.0/24"', 'write a network, such as "10.0.0.0/24"') from None


Url = Annotated[str, BeforeValidator(_url)]
FilePath = Annotated[Path, BeforeValidator(_path)]
OptionalPath = Annotated[Path | None, BeforeValidator(_path)]
Network = Annotated[IPv4Network | IPv6Network, PlainValidator(_network)]


def _key(default: Any, zh: str, en: str, **bounds: Any) -> Any:
    """Declare a key: its default, and what it is in both languages (units last in its name)."""
    return Field(default=default, description=en, json_schema_extra={"zh": zh}, validate_default=True, **bounds)


class Section(BaseModel):
    """A part of the file; a key it does not know is a fault, so that a slip of the pen is seen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class Server(Section):
    """网络地址 / Where the server listens."""

    host: str = _key(
        "127.0.0.1",
        "监听地址。127.0.0.1 只接受本机；局域网用 0.0.0.0，此时请设 [tls]。",
        "Address to listen on. 127.0.0.1 takes this machine only; for a LAN use 0.0.0.0, and set [tls].",
        min_length=1,
    )
    port: int = _key(8760, "监听端口；0 表示任一空闲端口。", "Port; 0 takes any free one.", ge=0, le=65535)
    public_url: Url = _key(
        "",
        "学员打开的地址，印在席位二维码上；留空则由监听地址得出。",
        "Address that people open, as in the QR code of a seat; empty: made from host and port.",
    )


class Data(Section):
    """数据 / Where everything is kept."""

    folder: OptionalPath = _key(
        None,
        "数据文件夹（日志库、目录库、记录、签名密钥）；留空则用安装文件夹。",
        "Data folder (log, catalogue, records, signing key); empty: the folder of the installation.",
    )


class Tls(Section):
    """加密 / Encryption; both files, or neither."""

    certificate: OptionalPath = _key(None, "证书链文件（PEM）。", "File of the certificate chain (PEM).")
    key: OptionalPath = _key(None, "私钥文件（PEM）。", "File of the private key (PEM).")

    @model_rule(mode="after")
    def _together(self) -> "Tls":
        if (self.certificate is None) != (self.key is None):
            raise _rule("certificate 与 key 须同时设置", "set certificate and key together")
        return self


class Limits(Section):
    """上限：一切皆有限 / Limits: everything is finite."""

    frame_bytes: int = _key(
        16384, "一条收到的消息最大字节数。", "Largest message taken from a client.", ge=1024, le=2**20
    )
    messages_per_s: float = _key(30.0, "每个连接每秒消息数。", "Messages a second of one connection.", gt=0, le=1000)
    messages_burst: int = _key(
        90, "每个连接一次可连发的消息数。", "Messages at once of one connection.", ge=1, le=10_000
    )
    connections_per_seat: int = _key(
        2,
        "每个席位或每个账号在一场演练中的连接数。",
        "Connections of one seat, or of one account in a drill.",
        ge=1,
        le=16,
    )
    connections_per_address: int = _key(512, "每个网络地址的连接数。", "Connections of one address.", ge=1, le=65535)
    connections: int = _key(2048, "连接总数。", "Connections in all.", ge=1, le=65535)
    login_attempts_per_account: int = _key(
        5, "每个账号在窗口内可失败的登录次数。", "Failed log-ins of one account within the window.", ge=1, le=1000
    )
    login_attempts_per_address: int = _key(
        30, "每个地址在窗口内可失败的登录次数。", "Failed log-ins of one address within the window.", ge=1, le=10_000
    )
    claim_attempts_per_address: int = _key(
        30,
        "每个地址在窗口内可输错的席位码次数。",
        "Wrong seat codes of one address within the window.",
        ge=1,
        le=10_000,
    )
    attempts_window_minutes: int = _key(
        15, "上述次数的计数窗口（分钟）。", "Window of these attempts (minutes).", ge=1, le=1440
    )
    body_bytes: int = _key(2**20, "一个请求正文最大字节数。", "Largest body of a request.", ge=4096, le=2**26)
    session_idle_hours: int = _key(
        12, "登录闲置多久后失效（小时）。", "A log-in ends after idling (hours).", ge=1, le=720
    )
    session_absolute_hours: int = _key(
        720, "登录最长有效期（小时）。", "A log-in ends at the latest after (hours).", ge=1, le=8760
    )
    seat_code_minutes: int = _key(480, "席位码有效期（分钟）。", "A seat code is good for (minutes).", ge=1, le=43_200)
    event_queue_length: int = _key(
        1024,
        "每个客户端待收事件的最大条数；超出则断开，重连后补发。",
        "Events waiting for one client; beyond that it is disconnected and catches up on reconnect.",
        ge=64,
        le=65536,
    )
    live_drills: int = _key(60, "同时进行的演练数。", "Drills alive at once.", ge=1, le=1000)


class Panel(Section):
    """考官组 / The examiners of one drill."""

    size: int = _key(3, "每场考试的考官人数。", "Examiners of one exam drill.", ge=1, le=9)


class Destination(Section):
    """One receiver of results: a certificate system."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$", description="a-z 0-9 _ -; never renamed: keys carry it")
    url: Url = Field(min_length=1)
    secret_files: tuple[FilePath, ...] = Field(min_length=1, max_length=4, strict=False)


class Delivery(Section):
    """成绩投递 / Delivery of results."""

    timeout_s: float = _key(10.0, "等待接收方答复的秒数。", "Wait for an answer (seconds).", gt=0, le=120)
    retry_first_s: float = _key(
        1.0, "第一次重试前最多等待的秒数，其后逐次加倍。", "Longest wait before the first retry; doubles.", gt=0, le=600
    )
    retry_most_s: float = _key(
        3600.0, "两次重试间最长秒数；从不放弃。", "Longest wait between retries; never given up.", gt=0, le=86_400
    )
    lease_s: float = _key(
        60.0,
        "一次投递的租约秒数，须长于 timeout_s；投递进程死亡后由他者接手。",
        "Lease of one delivery (seconds), longer than timeout_s; when a worker dies another takes over.",
        gt=0,
        le=3600,
    )
    destinations: tuple[Destination, ...] = _key(
        (),
        "接收方；密钥只写文件路径，轮换期间可列多个，新的在前。",
        "Receivers; secrets only as paths of files, several while one is replaced, the new one first.",
        max_length=16,
        strict=False,
    )

    @model_rule(mode="after")
    def _consistent(self) -> "Delivery":
        if self.lease_s <= self.timeout_s:
            raise _rule("lease_s 须长于 timeout_s", "lease_s must be longer than timeout_s")
        names = [destination.name for destination in self.destinations]
        if len(set(names)) < len(names):
            raise _rule("两个接收方同名", "two destinations have the same name")
        return self


class Operation(Section):
    """运行维护 / Logs, health, metrics."""

    log_level: Literal["debug", "info", "warning", "error"] = _key(
        "info", "日志级别。", "debug, info, warning or error."
    )
    log_format: Literal["json", "text"] = _key(
        "json", "json（每行一个对象）或 text（便于阅读）。", "json (one object a line) or text (to be read by people)."
    )
    metrics: bool = _key(True, "是否提供 /metrics（Prometheus）。", "Whether /metrics is served (Prometheus).")
    metrics_networks: tuple[Network, ...] = _key(
        ("127.0.0.0/8", "::1/128"),
        "不登录即可读取 /metrics 的网段；其余须以管理员登录。",
        "Networks that may read /metrics without log-in; others need an administrator's.",
        strict=False,
        max_length=64,
    )
    disk_low_mb: int = _key(
        2048,
        "剩余磁盘少于此值（MB）时健康页告警。",
        "Below so much free disk (MB) the health page warns.",
        ge=1,
        le=10**7,
    )


class Config(Section):
    """The whole file. `Config()` is what holds where nothing is written."""

    server: Server = Server()
    data: Data = Data()
    tls: Tls = Tls()
    limits: Limits = Limits()
    panel: Panel = Panel()
    delivery: Delivery = Delivery()
    operation: Operation = Operation()


_DESTINATION = """\
# [[delivery.destinations]]
# name = "certificates"
# url = "https://certificates.example/certificates"
# secret_files = ["/etc/yanlian/webhook.secret"]
"""


def read_config(text: str) -> Config:
    """Read the file; raises ConfigError, which names every faulty key."""
    try:
        return Config.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        zh, en = (f"第 {line[1]} 行", f"line {line[1]}") if line else ("末尾", "the end")
        raise ConfigError(Text(f"配置文件{zh}不是有效的 TOML", f"the file is not valid TOML at {en}")) from None
    except ValidationError as error:
        faults = [_fault(details) for details in error.errors(include_url=False, include_input=False)]
        raise ConfigError(Text("；".join(zh for zh, _ in faults), "; ".join(en for _, en in faults))) from None


def example_config() -> str:
    """Write the documented default file; reading it gives `Config()`."""
    lines = [
        "# 演练服务器配置；此处均为默认值，每个键可省略。",
        "# Configuration of the drill server; these are the defaults, and any key may be left out.",
    ]
    for name, section in Config():
        lines += ["", f"# {type(section).__doc__}", f"[{name}]"]
        for key, field in type(section).model_fields.items():
            extra = field.json_schema_extra
            assert isinstance(extra, dict)
            lines += [f"# {extra['zh']}", f"# {field.description}"]
            lines.append(_DESTINATION.rstrip() if key == "destinations" else f"{key} = {_toml(field.default)}")
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if value is None:
        return '""'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


# kind of pydantic's faults -> what to say of it, with the bounds it names
_FAULTS: dict[str, Text] = {
    "missing": Text("缺少此键", "is missing"),
    "extra_forbidden": Text("没有此键，请核对拼写", "is no key of this file; check the spelling"),
    "int_type": Text("须为整数，不加引号", "write a whole number, without quotes"),
    "float_type": Text("须为数字，不加引号", "write a number, without quotes"),
    "finite_number": Text("须为有限的数", "write a finite number"),
    "bool_type": Text("须为 true 或 false", "write true or false"),
    "string_type": Text("须为文字，放在引号内", "write a text, in quotes"),
    "string_too_short": Text("不得为空", "may not be empty"),
    "string_pattern_mismatch": Text("只可用 a-z 0-9 _ -", "use a-z 0-9 _ - only"),
    "literal_error": Text("只可为 {expected}", "write one of {expected}"),
    "greater_than": Text("须大于 {gt}", "must be more than {gt}"),
    "greater_than_equal": Text("不得小于 {ge}", "may not be less than {ge}"),
    "less_than_equal": Text("不得大于 {le}", "may not be more than {le}"),
    "model_type": Text("须为一节：[名称]", "must be a section: [name]"),
    "path_type": Text("不得为空", "may not be empty"),
    "is_instance_of": Text("不得为空", "may not be empty"),
    "tuple_type": Text("须为列表：[..., ...]", "write a list: [..., ...]"),
    "too_short": Text("至少 {min_length} 项", "needs {min_length} or more entries"),
    "too_long": Text("至多 {max_length} 项", "takes {max_length} entries or fewer"),
    "rule": Text("{zh}", "{en}"),
}
_OTHERWISE = Text("此值不可用，参见示例文件", "cannot be used; see the example file")


def _fault(details: ErrorDetails) -> Text:
    """Say one fault; from pydantic's account it takes kind, place and bounds, never the value."""
    # A key that is no word may itself be something pasted.
    parts = (str(part) if re.fullmatch(r"[a-z_]{1,30}|\d{1,3}", str(part)) else "?" for part in details["loc"])
    place = ".".join(parts)
    zh, en = _FAULTS.get(details["type"], _OTHERWISE)
    bounds = details.get("ctx", {})
    return Text(f"{place}：{zh.format(**bounds)}", f"{place}: {en.format(**bounds)}")
