"""trainees: what is read and reckoned of the people who are trained; who they are is in server.catalogue.trainees.

grid        a spreadsheet, XLSX or CSV, as cells of text      server.trainees.grid
class_list  people and faults, line by line, from a grid      server.trainees.class_list
wearing     minutes in a headset and what limits them         server.trainees.wearing
"""
