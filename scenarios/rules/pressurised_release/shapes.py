"""Shapes: what spheres and cylinders that lie have of wall, and how far they stand out across a flame and along it.

A cylinder lies north to south, its ends taken as flat.
"""

from math import sqrt

from scenarios.rules.pressurised_release.incident import Incident
from sim_core.physics.vessel_fire import bullet_wetted_m2, sphere_volume_m3, sphere_wetted_m2
from sim_core.site import Tank

BULLET = "bullet"


def wall_m2(incident: Incident, tank: Tank) -> float:
    """All of its wall, m2."""
    if tank.shape == BULLET:
        return 3.141592653589793 * tank.diameter_m * incident.bullet_m
    return 3.141592653589793 * tank.diameter_m * tank.diameter_m


def wetted_m2(incident: Incident, tank: Tank, level_m: float) -> float:
    """What of its wall has liquid behind it, m2."""
    if tank.shape == BULLET:
        return bullet_wetted_m2(tank.diameter_m, incident.bullet_m, level_m)
    return sphere_wetted_m2(tank.diameter_m, level_m)


def liquid_m3(incident: Incident, tank: Tank, level_m: float) -> float:
    """What is below a level, m3; in a cylinder that lies by its share of the diameter, as its level is worked."""
    if tank.shape == BULLET:
        return tank.area_m2 * incident.bullet_m * level_m / tank.diameter_m
    return sphere_volume_m3(tank.diameter_m, level_m)


def face_m(incident: Incident, tank: Tank) -> float:
    """Side of the square that is as large as what a flame finds of it, m."""
    return sqrt(tank.diameter_m * incident.bullet_m) if tank.shape == BULLET else tank.diameter_m


def half_m(incident: Incident, tank: Tank, axis_x: float, axis_y: float) -> tuple[float, float]:
    """Half of its width across a flame with this axis, and half of depth along it, m; of an upright one its radius."""
    radius = 0.5 * tank.diameter_m
    if tank.shape != BULLET or axis_x == axis_y == 0.0:
        return radius, radius
    end, east, north = 0.5 * incident.bullet_m, abs(axis_x), abs(axis_y)
    return east * end + north * radius, east * radius + north * end


def over(incident: Incident, tank: Tank, x_m: float, y_m: float) -> bool:
    """Whether it stands over a point of the ground."""
    dx, dy, radius = x_m - tank.x_m, y_m - tank.y_m, 0.5 * tank.diameter_m
    if tank.shape == BULLET:
        return abs(dx) < radius and abs(dy) < 0.5 * incident.bullet_m
    return dx * dx + dy * dy < radius * radius
