export default {
  product: { zh: "演练", en: "Yanlian" },
  skip: { zh: "跳到正文", en: "Skip to the content" },
  menu: { zh: "导航", en: "Navigation" },
  language: { zh: "English", en: "中文" },
  light: { zh: "浅色", en: "Light" },
  dark: { zh: "深色", en: "Dark" },
  password: { zh: "修改密码", en: "Change the password" },
  logOut: { zh: "退出登录", en: "Log out" },
};
