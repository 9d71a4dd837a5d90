"""panel: the examiners of one drill and their sheets, sealed from one another until all are locked.

sheet         what one examiner has put down so far, patches, merging           server.panel.sheet
judging       what a patch may say, what a sheet still lacks, its marks         server.panel.judging
stored        rubric and sheets as text and back, exactly                       server.panel.stored
chain         the hash chain over the versions of a sheet                       server.panel.chain
life          opened, saved, locked; how many are locked                        server.panel.life
outcome       the mean, once all are locked                                     server.panel.outcome
adjudication  the chief examiner confirms, or replaces one sheet                server.panel.adjudication
sight         who may see what, and when                                        server.panel.sight
refusal       why something was not done, in both languages                     server.panel.refusal

States: collecting, then in the transaction of the last lock final, or adjudicating until the chief has decided.
Functions that write take a connection whose transaction is the caller's and was begun for writing.
"""
