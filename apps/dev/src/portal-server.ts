import { createServer } from "vite";
import { readPortalEnv } from "./env";

const env = readPortalEnv();
const toApi = { target: env.PORTAL_API_URL, changeOrigin: false };

const server = await createServer({
  root: env.PORTAL_DIR,
  server: {
    host: "127.0.0.1",
    port: env.PORTAL_PORT,
    strictPort: true,
    // The API answers under the portal's own origin, as in production.
    proxy: { "/api": toApi, "/health": toApi },
  },
  clearScreen: false,
});
await server.listen();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
