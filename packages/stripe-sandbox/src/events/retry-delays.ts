import { hour } from "../clock/timers";

/**
 * Seconds of the clock between one failed attempt and the next: over about three days, as at Stripe, but with a
 * quick start, so that someone who restarts an endpoint while developing need not wait.
 */
export const retryDelays = [5, 30, 120, 600, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour, 24 * hour];
