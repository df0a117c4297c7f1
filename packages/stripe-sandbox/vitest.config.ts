import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One process for all: compiling Stripe's OpenAPI document takes seconds, and every test has a platform of its own.
    fileParallelism: false,
    isolate: false,
  },
});
