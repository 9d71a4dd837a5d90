"""Spill: of a steady leak of boiling liquid, what is airborne after a time and what lies on the ground (screening)."""

from dataclasses import dataclass
from math import inf, sqrt

from sim_core import exact
from sim_core.physics.evaporation import ground_boiling_flux_kg_m2_s
from sim_core.physics.spreading import free_area_m2
from sim_core.physics.validity import Example, states


@dataclass(frozen=True, slots=True)
class Spill:
    """airborne_kg: flashed, drops and boiled off the pool. pool_kg: the rest, over pool_area_m2."""

    airborne_kg: float
    pool_kg: float
    pool_area_m2: float


@states(
    "CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, p. 63; Woodward 1998, p. 57",
    Example(
        "butane from a sphere, 500 ft2 dike, 10 min",
        {"leak_kg_s": 56.31092763613714, "flash_fraction": 0.17128269541302374, "aerosol_fraction": 0.9227949810754577,
         "max_pool_area_m2": 46.4515, "ground_conductivity_w_m_k": 1.28, "ground_diffusivity_m2_s": 6.6e-7,
         "ground_temperature_k": 298.15, "liquid_temperature_k": 272.55, "density_kg_m3": 602.513,
         "latent_heat_j_kg": 385546.163, "duration_s": 600.0},
        {"airborne_kg": 31737.218210630548},
        1e-5,
    ),
    leak_kg_s=(0.0, 1.0e5),
    flash_fraction=(0.0, 1.0),
    aerosol_fraction=(0.0, 1.0),
    ground_conductivity_w_m_k=(0.0, 500.0),
    ground_diffusivity_m2_s=(1.0e-8, 2.0e-4),
    ground_temperature_k=(200.0, 350.0),
    liquid_temperature_k=(15.0, 400.0),
    density_kg_m3=(50.0, 3000.0),
    latent_heat_j_kg=(1.0e4, 3.0e6),
    duration_s=(0.0, 86400.0),
)  # fmt: skip
def airborne(
    leak_kg_s: float,
    flash_fraction: float,
    aerosol_fraction: float,
    max_pool_area_m2: float | None,
    ground_conductivity_w_m_k: float,
    ground_diffusivity_m2_s: float,
    ground_temperature_k: float,
    liquid_temperature_k: float,
    density_kg_m3: float,
    latent_heat_j_kg: float,
    duration_s: float,
) -> Spill:
    """Airborne and pooled mass after duration_s. aerosol_fraction: of what is left after flashing; None: no bund.

    Airborne rate = f m + a (1 - f) m + min(G(t) A(t), (1 - a)(1 - f) m), G = k (Tg - Tl)/(L sqrt(pi a t)),
    A = min(Woodward's A(t), bund); integrated in closed form. Never more boils off than flows in.
    """
    into_pool = leak_kg_s * (1.0 - flash_fraction) * (1.0 - aerosol_fraction)
    area = min(
        free_area_m2(into_pool, density_kg_m3, duration_s), inf if max_pool_area_m2 is None else max_pool_area_m2
    )
    boiled = 0.0
    if into_pool > 0.0 and duration_s > 0.0:
        unit_flux = ground_boiling_flux_kg_m2_s(  # at 1 s; falls with 1 / sqrt(t)
            ground_conductivity_w_m_k, ground_diffusivity_m2_s, ground_temperature_k, liquid_temperature_k,
            latent_heat_j_kg, 1.0,
        )  # fmt: skip
        unit_area = free_area_m2(into_pool, density_kg_m3, 1.0)  # grows with t^1.5
        boiled = _boiled_kg(into_pool, unit_flux, unit_area, max_pool_area_m2, duration_s)
    pool_kg = max(into_pool * duration_s - boiled, 0.0)
    return Spill(leak_kg_s * duration_s - pool_kg, pool_kg, area)


def _boiled_kg(into_pool: float, unit_flux: float, unit_area: float, most_m2: float | None, end_s: float) -> float:
    """Integral of min(G A, inflow): G A = slope t while the pool grows, then fall / sqrt(t) once the bund is full."""
    slope = unit_flux * unit_area
    if slope <= 0.0:
        return 0.0
    full = _two_thirds(most_m2 / unit_area) if most_m2 is not None else inf
    grows = min(full, end_s)
    capped = into_pool / slope  # all that flows in boils, from here
    boiled = 0.5 * slope * min(grows, capped) * min(grows, capped) + into_pool * max(grows - capped, 0.0)
    if most_m2 is None or end_s <= full:
        return boiled
    fall = unit_flux * most_m2
    until = min(max((fall / into_pool) * (fall / into_pool), full), end_s)
    return boiled + into_pool * (until - full) + 2.0 * fall * (sqrt(end_s) - sqrt(until))


def _two_thirds(x: float) -> float:
    """x^(2/3)."""
    return exact.power(x, 2.0 / 3.0)
