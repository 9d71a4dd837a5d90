import { said, type Both } from "@/locale";

const words = {
  enter: { zh: "进入 VR", en: "Enter VR" },
  leave: { zh: "退出 VR", en: "Leave VR" },
  entering: { zh: "正在进入 VR…", en: "Entering VR…" },
  inside: { zh: "头显中进行", en: "in the headset" },
  refusedVr: { zh: "头显没有开始：{why}", en: "The headset did not start: {why}" },
  insecure: { zh: "VR：需先信任证书", en: "VR: trust first" },
  insecureTitle: { zh: "为何不能进入 VR", en: "Why VR cannot be entered" },
  insecureWhy: {
    zh: "浏览器只在 HTTPS 或本机地址上开放 VR，而本页是用普通 HTTP 打开的。席位保留，平面方式可照常操作。",
    en: "Browsers open VR on HTTPS or on the machine's own address only; this page came by plain HTTP. The seat is kept, and everything works flat.",
  },
  insecureTrust: {
    zh: "一、在头显上打开信任页，装上本机证书，再用 https 打开本页：",
    en: "1. On the headset open the trust page, install this server's certificate, then open this page by https:",
  },
  trustPage: { zh: "信任页", en: "Trust page" },
  insecureUsb: {
    zh: "二、头显不接受自建证书时：用 USB 连到服务器，执行 adb reverse tcp:{port} tcp:{port}，在头显上打开 http://localhost:{port}。",
    en: "2. Where a headset takes no private certificate: connect it to the server by USB, run adb reverse tcp:{port} tcp:{port}, and open http://localhost:{port} on it.",
  },
  close: { zh: "关闭", en: "Close" },
  // in the headset
  menu: { zh: "菜单", en: "Menu" },
  orders: { zh: "命令与动作", en: "Orders" },
  radio: { zh: "通话", en: "Radio" },
  tools: { zh: "装备与检测", en: "Tools" },
  settings: { zh: "VR 设置", en: "VR settings" },
  places: { zh: "前往", en: "Go to" },
  back: { zh: "← 返回", en: "← Back" },
  more: { zh: "下一页 {n}/{of}", en: "More {n}/{of}" },
  seated: { zh: "坐姿：{is}", en: "Seated: {is}" },
  smooth: { zh: "平滑转身：{is}", en: "Smooth turning: {is}" },
  heading: { zh: "行走方向随：{is}", en: "Walk where points: {is}" },
  head: { zh: "头", en: "head" },
  hand: { zh: "手", en: "hand" },
  vignette: { zh: "防晕遮罩：{is}", en: "Comfort vignette: {is}" },
  vignette_0: { zh: "关", en: "off" },
  vignette_1: { zh: "弱", en: "light" },
  vignette_2: { zh: "强", en: "strong" },
  captions: { zh: "字幕：{is}", en: "Captions: {is}" },
  left: { zh: "左手为主：{is}", en: "Left-handed: {is}" },
  yes: { zh: "是", en: "yes" },
  no: { zh: "否", en: "no" },
  recentre: { zh: "重新居中", en: "Centre again" },
  step: { zh: "请退回原位", en: "Step back to your place" },
  freeFlat: { zh: "自由文本请摘下头显在平面屏幕上输入。", en: "Free text: type it on the flat screen." },
  reachNone: { zh: "手边无设备", en: "nothing in reach" },
  on: { zh: "已穿戴", en: "on" },
  off: { zh: "未穿戴", en: "off" },
  turnIt: { zh: "握住手轮转动，或选择：", en: "Grip the wheel and turn it, or choose:" },
  detector: { zh: "检测仪", en: "Detector" },
  alarms: { zh: "报警", en: "Alarms" },
  readings: { zh: "仪表", en: "Readings" },
  devices: { zh: "盘面操作", en: "Panel" },
} satisfies Record<string, Both>;

export default words;

/** A text outside of components. */
export function told(text: Both, values: Record<string, string | number> = {}): string {
  return said(text).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
