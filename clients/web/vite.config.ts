import vue from "@vitejs/plugin-vue";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { "@": from("./src"), "@protocol": from("../protocol/generated/messages.gen.ts") } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy takes nothing inline
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      "/api": "http://127.0.0.1:8760",
      "/health": "http://127.0.0.1:8760",
      "/ws": { target: "ws://127.0.0.1:8760", ws: true },
    },
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
});
