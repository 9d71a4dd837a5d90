"""record: the sealed, replayable file of a drill, as bytes. Files, keys and signatures are the caller's.

Kind          what a block holds                            sim_core.record.container
Seal          the signed end of a record                    sim_core.record.container
RecordWriter  gathers blocks, seals them                    sim_core.record.container
Block         one block that has been read                  sim_core.record.reading
Reading       the blocks, the seal and the faults           sim_core.record.reading
Fault         what is wrong behind the header, and where    sim_core.record.reading
HeaderError   no header of a record that can be read here   sim_core.record.reading
Recorder      writes the record of a running drill          sim_core.record.drill
DrillRecord   a record in its spans of ten seconds          sim_core.record.drill
reexecute     run it again, name what disagrees             sim_core.record.reexecute
seek          the world at any tick of it                   sim_core.record.reexecute
Pose          where a seat's head and hands are, 10 Hz      sim_core.record.lane
"""
