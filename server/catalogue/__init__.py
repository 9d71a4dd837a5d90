"""catalogue: what is known about people and drills, in catalogue.db; SQLAlchemy Core, one module a noun.

base        the metadata, types of columns, ids           server.catalogue.base
engine      opening the file, its migrations, reading     server.catalogue.engine
accounts    people who log in                             server.catalogue.accounts
sessions    their log-ins                                 server.catalogue.sessions
drills      one row a drill                               server.catalogue.drills
seats       seats of a drill, codes and rotating tokens   server.catalogue.seats
panels      examiners and versions of their sheets        server.catalogue.panels
results     signed results and their outbox               server.catalogue.results
bookmarks   moments that staff have marked for themselves server.catalogue.bookmarks
draws       draws of exams, and the log of them           server.catalogue.draws
signatures  who has confirmed a scenario's values         server.catalogue.signatures
settings    what the base writes down over the web         server.catalogue.settings
trainees    people of the class list                      server.catalogue.trainees
headsets    inventory, and who wore which when            server.catalogue.headsets

Functions take a connection first and leave the transaction to the caller: `with engine.begin() as db:` to write,
`with reading(engine) as db:` to read. They use nothing that only SQLite has.
"""
