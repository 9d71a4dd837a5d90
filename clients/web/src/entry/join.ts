export default {
  join: { zh: "入场", en: "Join a drill" },
  how: { zh: "输入席位码，或扫描席位二维码。不需要账号。", en: "Enter the code of your seat, or scan its QR code. No account is needed." },
  code: { zh: "席位码", en: "Seat code" },
  enter: { zh: "进入席位", en: "Take the seat" },
  kept: { zh: "此浏览器上的席位", en: "Seats on this browser" },
  goOn: { zh: "继续：{seat}", en: "Go on: {seat}" },
  forget: { zh: "移除", en: "Remove" },
  checking: { zh: "正在核对席位码…", en: "Checking the code…" },
};
