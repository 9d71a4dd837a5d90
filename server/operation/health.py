"""Health: whether all is well, as a list of checks in two languages. Pure; says nothing of what happens in a drill."""

from dataclasses import dataclass

from server.operation.vitals import Reading
from sim_core.text import Text

LATE_MOST_S = 0.010
COMMIT_MOST_S = 0.060
QUEUED_MOST = 1000
CLOCK_STEP_MOST_S = 2.0
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """id: a word for programs. seen: what was seen. advice: what to do, if it is not well."""

    id: str
    well: bool
    name: Text
    seen: Text
    advice: Text


@dataclass(frozen=True, slots=True)
class Health:
    """status: "ok" or "degraded"."""

    checks: tuple[Check, ...]

    @property
    def status(self) -> str:
        """All checks well, or not."""
        return "ok" if all(check.well for check in self.checks) else "degraded"


def judge(reading: Reading, late_p99_s: float | None, commit_p99_s: float | None, disk_low_mb: int) -> Health:
    """Judge one look; the quantiles are of the last minute or so, None where nothing happened yet."""
    return Health(
        (
            _log(reading),
            _disk(reading, disk_low_mb),
            _quantile("ticks", Text("节拍延迟", "Tick lateness"), late_p99_s, LATE_MOST_S, _BUSY),
            _quantile("commits", Text("落盘用时", "Commit time"), commit_p99_s, COMMIT_MOST_S, _SLOW_DISK),
            _queue(reading),
            _delivery(reading),
            _outbox(reading),
            _clock(reading),
        )
    )


_BUSY = Text(
    "机器过忙：关闭其他程序，或减少同时进行的演练", "The machine is too busy: close other programs, or run fewer drills"
)
_SLOW_DISK = Text(
    "磁盘过慢：关闭其他读写，或更换固态硬盘", "The disk is too slow: stop other work on it, or use an SSD"
)
_FINE = Text("正常", "in order")


def _log(reading: Reading) -> Check:
    return Check(
        "log",
        reading.log_trouble is None,
        Text("演练日志", "Drill log"),
        reading.log_trouble or _FINE,
        Text("动作未能落盘，演练会等待；请检查磁盘", "Acts cannot be stored, and drills wait for it; look at the disk"),
    )


def _disk(reading: Reading, low_mb: int) -> Check:
    free_gb, total_gb = reading.disk_free_bytes / 1e9, reading.disk_total_bytes / 1e9
    return Check(
        "disk",
        reading.disk_free_bytes >= low_mb * _MB,
        Text("磁盘剩余", "Free disk space"),
        Text(f"{free_gb:.1f} GB，共 {total_gb:.1f} GB", f"{free_gb:.1f} GB of {total_gb:.1f} GB"),
        Text("请移走旧记录的备份，或扩大磁盘", "Move backups of old records away, or enlarge the disk"),
    )


def _quantile(id_: str, name: Text, p99_s: float | None, most_s: float, advice: Text) -> Check:
    if p99_s is None:
        return Check(id_, True, name, Text("尚无数据", "nothing yet"), advice)
    ms, most_ms = p99_s * 1000, most_s * 1000
    return Check(
        id_,
        p99_s <= most_s,
        name,
        Text(f"{ms:.1f} 毫秒（p99，上限 {most_ms:.0f}）", f"{ms:.1f} ms (p99, limit {most_ms:.0f})"),
        advice,
    )


def _queue(reading: Reading) -> Check:
    return Check(
        "queue",
        reading.log_queued <= QUEUED_MOST,
        Text("待落盘", "Waiting for commit"),
        Text(f"{reading.log_queued} 批", f"{reading.log_queued} batches"),
        _SLOW_DISK,
    )


def _delivery(reading: Reading) -> Check:
    seen = {
        None: Text("未设接收方", "no destination set"),
        True: Text("运行中", "running"),
        False: Text("未运行，将自动重启", "not running; it is restarted by itself"),
    }
    return Check(
        "delivery",
        reading.delivery_up is not False,
        Text("成绩投递进程", "Delivery of results"),
        seen[reading.delivery_up],
        Text("若一分钟后仍未恢复，请查看日志", "If it is not back within a minute, look at the log"),
    )


def _outbox(reading: Reading) -> Check:
    dead = reading.outbox.get("dead", 0)
    uncertain = reading.outbox.get("uncertain", 0)
    waiting = reading.outbox.get("pending", 0) + reading.outbox.get("sending", 0)
    return Check(
        "outbox",
        dead == 0,
        Text("待投递成绩", "Results to deliver"),
        Text(
            f"等待 {waiting}，待确认 {uncertain}，被拒 {dead}",
            f"waiting {waiting}, uncertain {uncertain}, refused {dead}",
        ),
        Text("接收方拒绝了成绩，请管理员处理", "The receiver refused a result; an administrator has to look"),
    )


def _clock(reading: Reading) -> Check:
    step_s = round(reading.clock_step_s, 1) + 0.0
    return Check(
        "clock",
        abs(reading.clock_step_s) <= CLOCK_STEP_MOST_S,
        Text("时钟", "Clock"),
        Text(f"启动以来跳变 {step_s:.1f} 秒", f"stepped {step_s:.1f} s since the start"),
        Text(
            "系统时间被改动过：记录的节拍不受影响，但签发时间可能不准；请校时后重启",
            "The time of day was set: ticks are unharmed, but times of issue may be wrong; set it right and restart",
        ),
    )
