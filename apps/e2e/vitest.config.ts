import { defineConfig } from "vitest/config";
import { NameSequencer } from "./test/name-sequencer";

export default defineConfig({
  test: {
    globalSetup: "./test/global-setup.ts",
    // They share one product and its clock.
    fileParallelism: false,
    sequence: { sequencer: NameSequencer },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
