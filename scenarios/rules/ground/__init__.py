"""Ground: what every kind of incident stands on, whatever leaks or burns there.

rules        what the core asks of every rule module      start      tick 0: weather, devices, seats, traffic
weather      wind and sky                                 sparks     what can ignite, and when it stops
instruments  gauges, detectors, the panel                 meeting    what air reaches people, crowds and gauges
crew         vehicles that are driven                     sights     what can be seen, as the senses find it
curtains     walls of water and what lies behind          drones     a camera and a gas head that fly
lines        pumps, valves and what passes               pools      what a still pool gives to the wind
pressing     who presses to start again                  fright     who loses his head and runs
drivers      whose vehicle stands near by                exposure   what air, heat and blast do to people

A rule module adds its own phenomena, readings and acts to these. A rule module names no scenario.
"""
