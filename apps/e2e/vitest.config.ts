import { defineConfig } from "vitest/config";
import { NameSequencer } from "./test/name-sequencer";

export default defineConfig({
  test: {
    globalSetup: "./test/global-setup.ts",
    // They share one product and its clock.
    fileParallelism: false,
    // Of tests that say they may run beside each other.
    maxConcurrency: 2,
    sequence: { sequencer: NameSequencer },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
