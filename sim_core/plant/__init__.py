"""Plant: devices that are operated, and the control room's panel."""
