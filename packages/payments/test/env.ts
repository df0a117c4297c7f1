/** What a run against Stripe's real test mode needs; absent means that the run is skipped, visibly. */
export interface TestModeEnv {
  readonly secretKey: string;
  /** A connected account of that platform that has finished onboarding: without it nothing can be transferred. */
  readonly payableAccount: string;
}

/** The tests' only reader of the environment. */
export function readTestModeEnv(): TestModeEnv | null {
  const secretKey = process.env.STRIPE_TEST_SECRET_KEY;
  const payableAccount = process.env.STRIPE_TEST_ACCOUNT;
  if (!secretKey || !payableAccount) return null;
  if (!secretKey.startsWith("sk_test_")) throw new Error("STRIPE_TEST_SECRET_KEY must be a test mode key");
  return { secretKey, payableAccount };
}
