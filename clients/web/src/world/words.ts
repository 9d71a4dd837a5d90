import type { Words } from "@/locale";

export default {
  world: { zh: "现场三维画面", en: "The site in three dimensions" },
  worldFree: { zh: "现场三维画面：方向键转动和移动，加减键缩放", en: "The site in three dimensions: arrow keys turn and move, plus and minus zoom" },
  loading: { zh: "正在载入站场模型…", en: "Loading the site's model …" },
  plain: { zh: "站场模型未能载入，以简图代替。位置与状态仍然正确。", en: "The site's model could not be loaded; plain shapes stand in. Positions and states are right." },
  missing: { zh: "此浏览器没有 WebGL，无法显示三维画面。请看平面图。", en: "This browser has no WebGL, so there is no view in three dimensions. Use the plan." },
  lost: { zh: "显卡中断了画面，正在恢复…", en: "The graphics card has dropped the picture; it is coming back …" },
  lit: { zh: "画面已提亮", en: "picture brightened" },
} satisfies Words;
