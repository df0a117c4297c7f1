import { defineConfig } from "vitest/config";

// Each file starts a product of its own, and mostly waits: for leases, outages and clocks. Two at a time share the machine.
export default defineConfig({
  test: { testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 2 },
});
