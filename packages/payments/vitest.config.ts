import { defineConfig } from "vitest/config";

// The contract suite starts the local Stripe as a process, on machines that may be busy.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 60_000 } });
