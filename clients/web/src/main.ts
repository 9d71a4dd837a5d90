import { createApp } from "vue";
import "element-plus/dist/index.css";
import "element-plus/theme-chalk/dark/css-vars.css";
import "@/design/tokens.css";
import App from "@/shell/App.vue";
import { applyTheme } from "@/design/theme";
import { i18n, language, speak } from "@/locale";
import { router } from "@/shell/router";

speak(language());
applyTheme();
createApp(App).use(i18n).use(router).mount("#app");
