import vue from "eslint-plugin-vue";
import { globalIgnores } from "eslint/config";
import ts from "typescript-eslint";

export default ts.config(
  globalIgnores(["dist", "node_modules", "**/*.gen.ts"]),
  ...ts.configs.strict,
  ...vue.configs["flat/recommended"],
  {
    files: ["**/*.vue"],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      eqeqeq: "error",
      "max-lines": ["error", { max: 400 }],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
      "no-restricted-globals": ["error", { name: "fetch", message: "Ask through @/rest." }],
      "vue/html-self-closing": ["error", { html: { void: "always", normal: "always", component: "always" } }],
      "vue/max-attributes-per-line": "off",
      "vue/max-lines-per-block": ["error", { template: 250, script: 250, style: 250 }],
      "vue/multi-word-component-names": "off",
      "vue/no-v-html": "error",
      "vue/singleline-html-element-content-newline": "off",
      "vue/html-indent": "off",
      "vue/html-closing-bracket-newline": "off",
    },
  },
  { files: ["**/*.test.ts"], rules: { "max-lines-per-function": "off", "no-restricted-globals": "off" } },
);
