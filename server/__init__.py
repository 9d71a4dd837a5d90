"""server: stands on both floors. Until there is a live server, its one part is the command line.

cli   the composition root: files, keys, entropy, real time   server.cli.main
"""
