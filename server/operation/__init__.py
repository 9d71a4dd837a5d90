"""operation: how a running server is watched: logs without secrets, metrics without ids, health in two languages.

set_up              logs, once a process                                  server.operation.logs
permitted           what a log line may hold                              server.operation.permitted
AccessLog           one line a request, with its id                       server.operation.access_log
Metrics, Recent     counters and histograms; the last values of one       server.operation.metrics, .recent
Vitals, Reading     what the server says of itself; ClockWatch            server.operation.vitals
judge, Health       whether all is well, check by check                   server.operation.health
health_page         the same for a tablet                                 server.operation.page
"""
