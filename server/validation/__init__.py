"""Validation: the models that drills stand on, against what was measured in the field.

cohort      what a cohort is: calls of one model, what was measured, others' scores   server.validation.cohort
cohorts     the cohorts by name                                                       server.validation.cohorts
scores      FAC2, MG, VG, FB, and how what is too small or refused counts             server.validation.scores
predicting  a cohort through the calculator                                           server.validation.predicting
answer      the shape of `validate --json`; the batch for `calc --batch`              server.validation.answer
worked      examples with a known answer                                              server.validation.worked
peers       other programs in one run                                                 server.validation.peers
page        one HTML page with tables and plots                                       server.validation.page
document    docs/validation.md                                                        server.validation.document
"""

from server.validation.answer import Verdict as Verdict
from server.validation.answer import batch as batch
from server.validation.answer import observed as observed
from server.validation.answer import shape as shape
from server.validation.answer import verdict as verdict
from server.validation.cohort import Cohort as Cohort
from server.validation.cohorts import cohorts as cohorts
from server.validation.page import page as page
from server.validation.predicting import Found as Found
from server.validation.predicting import find as find
from server.validation.worked import Worked as Worked
from server.validation.worked import examined as examined
