import { defineConfig } from "vitest/config";

// Each file starts a product of its own: one at a time is enough for the machine, and for the figures.
export default defineConfig({
  test: { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false },
});
