"""plant: a base's own plant, from a workbook or a DXF plan to a `[site]`, without code. Pure: bytes in, bytes out.

columns     what a plant is asked for, sheet by sheet               server.plant.columns
workbook    XLSX written and read                                   server.plant.workbook
drawing     a DXF plan as marks in metres; plan: marks as rows      server.plant.drawing, server.plant.plan
assembling  rows -> Site, with every fault at once                  server.plant.assembling
lint        faults brought to the cell or entity where they stand   server.plant.lint
site_file   Site -> TOML                                            server.plant.site_file
blank       an empty drawing with the layers of a plan                server.plant.blank
preview     Site -> SVG                                             server.plant.preview
"""
