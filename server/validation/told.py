"""Told: the standing words of the validation page and document."""

from sim_core.text import Text

TITLE = Text("物理模型与现场数据的比对", "Physics against field data")
ABOUT = (
    Text(
        "下列各组数据为现场或大型实验的测量；每个预测值都是 yanlian calc 对给定输入的答案，"
        "随网页写出的 batch.json 可用 yanlian calc --batch 原样重算，observed.json 为对应的实测。",
        "The cohorts below were measured in the field or in large experiments. Every prediction is what yanlian calc "
        "answers to the inputs given; batch.json, written with the page, gives the same with yanlian calc --batch, and "
        "observed.json has what was measured.",
    ),
    Text(
        "系数取自文献或作为假设注明；只有 LNG 池火的三个系数由 Phoenix 1 与 Montoir 1 拟合，"
        "Montoir 3 与 Phoenix 2 另报（见该组）。"
        "在几种有出处的形式之间取舍时，这些数据已为人所知，故下列成绩不是盲测。不好的结果与好的同样列出。",
        "Coefficients come from the literature or are named as assumptions; three alone, of LNG pool fires, are fitted "
        "on Phoenix 1 and Montoir 1, with Montoir 3 and Phoenix 2 reported apart (see there). Where one of several "
        "sourced forms was chosen, these data were known: the scores are no blind test. Poor results are named as "
        "plainly as good.",
    ),
)
DRILLS = Text(
    "所运行的模型：release 与 pool_fire 就是演练运行的云团与池火，函数相同；jet_fire、fireball、enclosure、gas_orifice "
    "属同一物理库，供有此现象的情景调用；plume 是闭式解，dense_plume 仅作对照。",
    "Which models were run: release and pool_fire are the cloud and the pool fire of drills, by the same functions; "
    "jet_fire, fireball, enclosure and gas_orifice are of the same library, for the scenarios that have them; plume is "
    "a closed form, and dense_plume serves as a check alone.",
)
NONE_POOR = Text("无一测点在两倍（或容差）之外。", "No measurement lies beyond a factor of 2 (or the tolerance).")
HEADS = {
    "summary": Text("总表", "Summary"),
    "cohort": Text("数据组", "cohort"),
    "model": Text("模型", "model"),
    "bars": Text("线与实得", "bars and what was reached"),
    "others": Text("对照 FAC2 / MG / VG", "others: FAC2 / MG / VG"),
    "no_bar": Text("不设线", "no bar"),
    "row": Text("谁", "who"),
    "of": Text("测点", "on what"),
    "source": Text("出处", "source"),
    "own": Text("本模型", "this model"),
    "refused": Text("拒绝计算", "refused"),
    "trial": Text("试验", "trial"),
    "missed": Text("超出", "beyond"),
    "scatter": Text(
        "预测对实测；实线为相等，虚线为两倍（或容差）",
        "Predicted over observed; full line: equal, dashed: factor 2 (or tolerance)",
    ),
    "course": Text("随距离或时间：", "Over distance or time:"),
    "course_key": Text(
        "实心为实测，空心与虚线为预测。", "Full marks: observed; hollow marks on a dashed line: predicted."
    ),
    "poor": Text("不好的结果", "Poor results"),
    "notes": Text("说明", "Notes"),
    "assumed": Text("模型的训练假设", "Training assumptions of the model"),
    "data": Text("数据：", "Data: "),
    "equations": Text("方程：", "Equations: "),
    "peers": Text("与其他程序同场比对", "Beside other programs, in one run"),
    "peers_about": Text(
        "LLNL 密闭间的氧，干基；CFAST 两种设置都列出。其他程序只在开发环境中运行，产品不含、不引用。",
        "Oxygen of the LLNL enclosure, dry; CFAST in two set-ups. Other programs run in the developers' environment "
        "alone: nothing of them ships.",
    ),
    "readings": Text("读数", "readings"),
    "mean_error": Text("平均误差", "mean error"),
    "worst": Text("最大误差", "worst"),
    "speed": Text("速度", "Speed"),
    "race": Text("哪两个", "which two"),
    "versions": Text("版本", "versions"),
    "command": Text("命令", "command"),
    "per": Text("用时指", "time"),
    "theirs": Text("对方", "theirs"),
    "ours": Text("本模型", "ours"),
    "faster": Text("速度之比", "times as fast"),
    "definitions": Text("定义", "Definitions"),
    "worked": Text("算例", "Worked examples"),
    "example": Text("算例", "example"),
    "of_source": Text("出处给出", "of the source"),
    "here": Text("此处", "here"),
    "deviation": Text("偏差", "deviation"),
    "allowed": Text("容差", "allowed"),
}
