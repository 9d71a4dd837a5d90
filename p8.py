import sys
from scenarios import load
from scenarios.drill import build
from scenarios.lint import lint
from scenarios.play import play
from scenarios.hidden import Terms
from scoring.marks import prefill
from sim_core.chance import drill_keys
sid=sys.argv[1]; pols=sys.argv[2].split(','); seeds=range(1,int(sys.argv[3])+1); show=sys.argv[4:]
s=load(sid)
for f in lint(s): print(f.en)
for pol in pols:
    for seed in seeds:
        k=drill_keys(seed)
        pl=play(build(s,k.hidden,k.world),s.policies[pol])
        sh=prefill(pl.events,s.rubric,("IC",),pl.point.world.tick)
        print(pol,seed,sh.score_raw,sh.passed,[v.veto_id for v in sh.vetoes],[l.item_id for l in sh.lines if l.points is not None and l.points!=l.max_points] if pol=='expert' else '')
        if show:
            for e in pl.events:
                if any(w in (e.subject+e.detail+e.act) for w in show): print('   ',e.tick/20,e.kind,e.seat,e.act,e.subject,e.detail,e.value,e.by)
