"""Scoring: pure functions from the events of a drill to response times, marks, panel result and radar."""

from scoring.axes import AXES as AXES
from scoring.check import check_rubric as check_rubric
from scoring.marks import Line as Line
from scoring.marks import Sheet as Sheet
from scoring.marks import prefill as prefill
from scoring.panel import Mark as Mark
from scoring.panel import MarkedSheet as MarkedSheet
from scoring.panel import PanelResult as PanelResult
from scoring.panel import mark_sheet as mark_sheet
from scoring.panel import panel_result as panel_result
from scoring.radar import Evidence as Evidence
from scoring.radar import Radar as Radar
from scoring.radar import drill_radar as drill_radar
from scoring.radar import weak_points as weak_points
from scoring.radar_svg import radar_svg as radar_svg
from scoring.recommend import reasons as reasons
from scoring.rubric import Item as Item
from scoring.rubric import Pattern as Pattern
from scoring.rubric import Rubric as Rubric
from scoring.rubric import Text as Text
from scoring.rubric import Veto as Veto
from scoring.timeline import Response as Response
from scoring.timeline import response as response
from scoring.timing import time_score as time_score
from scoring.veto import Drawn as Drawn
