"""site_model: one GLB of a site, for every client, from what anyone may know of the plant.

building   the GLB of a site                               server.site_model.building
catalogue  which part stands for which thing, and where    server.site_model.catalogue
burning    what fights a burning tank: foam house, risers, lookout server.site_model.burning
pressure   spheres, and what guards them                   server.site_model.pressure
holding    a gasholder: basin, bell, posts                 server.site_model.holding
standing   where things stand, from places and ways        server.site_model.standing
part       a thing with its levels and moving pieces       server.site_model.part
keeping    made once, kept by hash                         server.site_model.keeping
ahead      made before anybody asks                        server.site_model.ahead
"""
