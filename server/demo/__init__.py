"""demo: who takes part in a demonstration drill, over real sockets and routes, as people would.

Bot        a policy in a seat                                  server.demo.bot
Examiner   watches, marks, locks                               server.demo.examiner
prepare    accounts and the drill, before the server starts    server.demo.preparing
play       the whole drill, from the first Hello to the result server.demo.playing
"""
