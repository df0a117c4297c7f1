import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { apiTarget } from "./env";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  server: {
    port: 5173,
    // The portal's own Origin reaches the API unchanged: it refuses changes from any other.
    proxy: { "/api": { target: apiTarget, changeOrigin: false } },
  },
  build: {
    target: "es2023",
    // Nothing is inlined: the Content-Security-Policy allows files of this origin and nothing else.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What most screens share travels as one file: fewer requests, and it compresses better than thirty small ones.
        // What fewer than so many share would only make the first load larger, which has a limit.
        codeSplitting: {
          groups: [{ name: "shared", test: /packages\/(ui|portal)\/|lucide-react/, minShareCount: 20 }],
        },
      },
    },
  },
});
