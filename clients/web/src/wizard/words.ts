export default {
  title: { zh: "首次设置", en: "First set-up" },
  lead: {
    zh: "六步，约十分钟。每步可跳过，也可随时回来；进度保存在服务器上。",
    en: "Six steps, some ten minutes. Each may be skipped and opened again; the server keeps how far you are.",
  },
  reading: { zh: "正在读取", en: "Reading" },
  steps: { zh: "步骤", en: "Steps" },
  open: { zh: "未做", en: "to do" },
  done: { zh: "已完成", en: "done" },
  skipped: { zh: "已跳过", en: "skipped" },
  skip: { zh: "跳过此步", en: "Skip this step" },
  next: { zh: "完成，下一步", en: "Done, next step" },
  later: { zh: "稍后继续", en: "Go on later" },
  finished: { zh: "设置完成", en: "The set-up is complete" },
  finishedLead: {
    zh: "以后可在“管理”中修改其中任何一项。",
    en: "Everything may be changed later under “Administration”.",
  },
  home: { zh: "去首页", en: "To the start" },
  goOn: { zh: "继续首次设置", en: "Continue the set-up" },
  left: { zh: "还有 {n} 步", en: "{n} steps left" },

  password: { zh: "自己的密码", en: "Your own password" },
  passwordLead: {
    zh: "终端上显示过的首次密码可能有人看到，请换成自己的。",
    en: "The first password was shown in the terminal, where others may have seen it: choose your own.",
  },
  base: { zh: "基地名称与语言", en: "Name and language" },
  baseLead: { zh: "印在卡片、成绩单和报告上。", en: "They stand on cards, sheets and reports." },
  accounts: { zh: "工作人员账号", en: "Accounts of staff" },
  accountsLead: {
    zh: "一场考试需要一名导演、三名考官、一名主考。可改名，可删行。",
    en: "An exam needs a director, three examiners and a chief. Change names or leave rows out as you like.",
  },
  trainees: { zh: "学员名单", en: "Class list" },
  traineesLead: { zh: "从表格导入学员。", en: "Import the trainees from a spreadsheet." },
  network: { zh: "网络", en: "Network" },
  networkLead: {
    zh: "用一台平板扫码，确认能打开入场页。",
    en: "Scan this with a tablet, and see that the page opens there.",
  },
  try_out: { zh: "试一场演练", en: "Try a drill" },
  tryOutLead: {
    zh: "开一场训练演练，席位可由机器人担任，看一遍从开始到复盘。",
    en: "Open a training drill; bots may take the seats. See it once from start to debrief.",
  },
  openDrill: { zh: "新开演练", en: "Open a drill" },
};
