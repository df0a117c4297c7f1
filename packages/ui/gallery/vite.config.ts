import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { preloadFont } from "../src/vite/preload-font.mjs";

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadFont()],
  build: { outDir: "dist", emptyOutDir: true },
});
