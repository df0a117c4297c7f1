import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // A bound for what hangs, not a measure: the machine may be busy.
    testTimeout: 120_000,
  },
});
