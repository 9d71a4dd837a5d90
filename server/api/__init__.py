"""api: the REST routes. Each module has a `router`; bodies are pydantic models.

door        who asks, and whether he may                   server.api.door
problems    every refusal as application/problem+json      server.api.problems
sessions    log in, log out, who am I, take a seat         server.api.sessions
accounts    the accounts, for administrators               server.api.accounts
panels      sheets of one's own and the panel's state      server.api.panels
results     results and their deliveries                   server.api.results
cases       the library of accidents                       server.api.cases
operation   health and metrics                             server.api.operation
drills      drills and their seats                         server.api.drills
models      the plant in three dimensions                  server.api.models
seat        what the holder of a seat is told              server.api.seat
"""
