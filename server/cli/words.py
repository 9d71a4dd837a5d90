"""Words: what the kinds of events are called by a person, and their colours."""

from sim_core.text import Text

KINDS = {
    "cue_revealed": Text("征兆", "cue"),
    "ordered": Text("命令", "order"),
    "read_back": Text("复诵", "read-back"),
    "did": Text("动作", "act"),
    "refused": Text("未成", "refused"),
    "changed": Text("设备", "equipment"),
    "alarm": Text("报警", "alarm"),
    "told": Text("消息", "message"),
    "fact": Text("事实", "fact"),
    "harm": Text("伤害", "harm"),
    "beyond": Text("超范围", "beyond range"),
    "directed": Text("导调", "direction"),
    "ended": Text("结束", "end"),
}

# What staff do to a drill.
DIRECTIONS = {
    "brief": Text("交底", "brief"),
    "start": Text("开始", "start"),
    "freeze": Text("冻结", "freeze"),
    "resume": Text("继续", "resume"),
    "speed": Text("变速", "speed"),
    "interrupted": Text("中断（秒）", "interrupted (s)"),
    "inject": Text("注入", "inject"),
    "takeover": Text("接管", "take over"),
    "hint": Text("提示", "hint"),
    "finish": Text("结束", "finish"),
    "annul": Text("作废", "annul"),
    "safety_stop": Text("安全暂停", "safety stop"),
}

COLOURS = {
    "cue_revealed": "yellow",
    "ordered": "cyan",
    "read_back": "cyan",
    "alarm": "yellow",
    "refused": "magenta",
    "fact": "red",
    "harm": "red",
    "beyond": "magenta",
    "ended": "green",
}

SECTIONS = {
    "procedure": Text("程序与处置", "procedure"),
    "timing": Text("时间", "timing"),
    "outcome": Text("后果", "outcome"),
    "command": Text("指挥与沟通", "command"),
    "closing": Text("收尾与报告", "closing"),
}
