export default {
  product: { zh: "演练", en: "Yanlian" },
  skip: { zh: "跳到正文", en: "Skip to the content" },
  menu: { zh: "导航", en: "Navigation" },
  language: { zh: "English", en: "中文" },
  light: { zh: "浅色", en: "Light" },
  dark: { zh: "深色", en: "Dark" },
  password: { zh: "修改密码", en: "Change the password" },
  stuck: { zh: "网络中断，页面的一部分没有取到，正在重试…", en: "The network went; a part of the page is asked for again…" },
  logOut: { zh: "退出登录", en: "Log out" },
};
