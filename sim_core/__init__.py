"""sim_core: the truth of a drill, deterministic to the bit. Nothing of ours is imported here.

World         everything that is so at one tick          sim_core.world
Site          the plant as anyone may know it             sim_core.site
Act           what a seat does                            sim_core.acts
Event         what happened                               sim_core.events
step          the one mutation                            sim_core.step
Point         a drill at one tick: advance, jump, digests sim_core.simulation
direct        what staff do to a drill                    sim_core.direction
Draft         a tick under work, inside step only         sim_core.draft
schedule      which ticks have anything due               sim_core.schedule
sensing       the panel, and the first sight of a cue     sim_core.sensing
pack          canonical bytes of any dataclass            sim_core.pack
Observation   what a seat can perceive: the only way out  sim_core.observation
Cue           what starts a clock                         sim_core.cues
Rules         what a rule module offers                   sim_core.rules
Chance        counter-based draws under two keys          sim_core.chance
exact         arithmetic with the same bits everywhere    sim_core.exact
physics       one module a phenomenon, pure functions     sim_core.physics
people        walking, talking, gear, colleagues          sim_core.people
plant         devices and the panel                       sim_core.plant
record        the sealed file of a drill, as bytes        sim_core.record
"""
