import { defineConfig } from "vitest/config";

// Every file has a database of its own, on machines that may be busy.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
