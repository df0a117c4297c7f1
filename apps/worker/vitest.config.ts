import { defineConfig } from "vitest/config";

// Some files have a database of their own, on machines that may be busy.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
