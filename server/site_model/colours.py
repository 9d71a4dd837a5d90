"""Colours: of pipes after GB 7231-2003, of safety after GB 2893-2008, and of what has no standard."""

# GB 7231-2003 4.1, table 1: eight basic colours by what flows. Fire water is red throughout (its clause 6, fire lines).
FLAMMABLE_LIQUID = 0x7A4A21  # brown
FIRE_WATER = 0xC1121F  # red
WATER = 0x00843D  # bright green
DRAIN = 0x202326  # black: other liquids

# GB 2893-2008 4: red forbids and marks fire equipment, blue commands, yellow warns, green guides.
RED = 0xC1121F
BLUE = 0x0B4EA2
YELLOW = 0xF4C300
GREEN = 0x00843D
WHITE = 0xF7F7F4
BLACK = 0x16181A

# Without a standard: as such plants look.
ALUMINIUM = 0xB9BEC1  # pipes of which only the rings are coloured
SHELL = 0xDDE0DE
POOL = 0x35515C  # still water
BELL = 0x9DB3AE  # of a gasholder
STEEL = 0x8C9297
DARK_STEEL = 0x4B5258
CAST = 0x3E4A55
MOTOR = 0x2F5D7C
WHEEL = 0x1F4E8C
CABINET = 0xC9CDC8
CONCRETE = 0xB4B1A8
KERB = 0xD2CFC6
WALL = 0xDAD5C8
PLINTH = 0x8F8B83
BRICK = 0x9A5B45
ROOF = 0x6F767B
GLASS = 0x26343D
FRAME = 0x5C6468
FLOOR = 0xA7A59E
WOOD = 0x8B6B4A
ASPHALT = 0xFFFFFF  # materials of the ground have their colour in the texture
SOCK_RED = 0xE03A1B
EMERGENCY = 0xFFB000
