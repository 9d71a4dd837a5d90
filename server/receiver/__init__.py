"""receiver: a reference certificate system, a process of its own. The real one is somebody else's; this one shows its
contract, and commits the faults that a sender must live through.

ledger        what it holds, in a SQLite file of its own              server.receiver.ledger
bodies        what it takes and answers                               server.receiver.bodies
application   its routes                                              server.receiver.application
faults        the ways in which it misbehaves when told to            server.receiver.faults
serving       its socket                                              server.receiver.serving
contract      OpenAPI, JSON Schema and examples, generated            server.receiver.contract
"""
