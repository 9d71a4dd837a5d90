export default {
  logIn: { zh: "登录", en: "Log in" },
  name: { zh: "账号", en: "Name" },
  password: { zh: "密码", en: "Password" },
  welcome: { zh: "登录后按您的角色显示", en: "What you see after the log-in depends on your role" },
  first: {
    zh: "首次登录名与密码由服务器启动时在终端显示一次",
    en: "The server showed the first name and password once, in its terminal",
  },
  trainee: { zh: "我是学员：用席位码入场", en: "I am a trainee: enter with a seat code" },
  hello: { zh: "{name}，您好", en: "Hello {name}" },
  nothing: { zh: "此页不存在", en: "There is no such page" },
  back: { zh: "回到首页", en: "Back to the start" },
};
