import { defineConfig } from "vitest/config";

// Hashing a password takes as long as it should; many tests beside each other wait for it.
export default defineConfig({ test: { testTimeout: 40_000 } });
