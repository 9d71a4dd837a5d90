"""Peers: other programs run beside the models in one run, with their accuracy and speed, as rows of a table."""

from dataclasses import dataclass

from server.validation.data import peer
from sim_core.text import Text

READINGS = {
    "cfast, as NIST": Text("CFAST，NIST 的设置", "CFAST, set up as by NIST"),
    "cfast, mass matched": Text("CFAST，按实测质量流量抽风", "CFAST, the fan's mass as measured"),
    "cfast, the better of the two in each test": Text(
        "CFAST，每次试验取两者中较好的", "CFAST, the better of the two in each test"
    ),
    "enclosure, open": Text("本模型，进风管开启", "ours, its inlet duct open"),
    "enclosure, closed": Text("本模型，无风机者按密闭", "ours, closed where there is no fan"),
    "enclosure, leaky": Text("本模型，只按实测缝隙漏风", "ours, with the measured cracks alone"),
}


@dataclass(frozen=True, slots=True)
class Oxygen:
    """How well a set-up meets the oxygen of the LLNL tests."""

    title: Text
    readings: int
    mean_pct: float
    worst_pct: float
    within_5_pct: float


@dataclass(frozen=True, slots=True)
class Race:
    """Two programs on the same cases in one run. ratio: how many times faster ours is; per: of what the seconds are."""

    title: Text
    versions: str
    command: str
    per: Text
    theirs_s: float
    ours_s: float

    @property
    def ratio(self) -> float:
        """Their time over ours."""
        return self.theirs_s / self.ours_s


def oxygen() -> tuple[Oxygen, ...]:
    """CFAST and the enclosure on the same readings."""
    kept = peer("cfast")["error"]
    return tuple(Oxygen(words, **kept[key]) for key, words in READINGS.items())


def races() -> tuple[Race, ...]:
    """What was timed, each pair in one run on one machine."""
    cfast, degadis = peer("cfast"), peer("degadis")
    versions = ", ".join(f"{name} {version}" for name, version in cfast["versions"].items())
    rows = [
        Race(
            Text("CFAST 对密闭间模型，LLNL 18 次试验", "CFAST and the enclosure, the 18 LLNL tests"),
            versions,
            cfast["command"],
            Text("每模拟秒", "for a simulated second"),
            cfast["s_per_simulated_s"]["cfast"],
            cfast["s_per_simulated_s"]["enclosure"],
        )
    ]
    if "s_per_trial" in degadis:
        rows.append(
            Race(
                Text(
                    "DEGADISx 稳态对演练云团（随时间），LNG 试验",
                    "DEGADISx, steady, and the drills' cloud, which follows time, on the LNG trials",
                ),
                degadis["program"],
                degadis["command"],
                Text("每次试验", "for a trial"),
                degadis["s_per_trial"]["degadisx"],
                degadis["s_per_trial"]["release"],
            )
        )
    return tuple(rows)
