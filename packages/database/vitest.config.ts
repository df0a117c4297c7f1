import { defineConfig } from "vitest/config";

// These tests start, kill and clone real servers, on machines that may be busy.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
