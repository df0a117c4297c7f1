import type { RecordStep } from "@evenshare/domain";

/** Where a step's bar lies between the edges of the picture, in percent. */
export interface WaterfallBar {
  readonly step: RecordStep;
  readonly from: number;
  readonly width: number;
  readonly look: "result" | "added" | "taken" | "nothing";
}

interface Reach {
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * The steps as bars on one scale: a result reaches from zero to its amount, a movement from where the one above it ended
 * to where it leads. `zero` is where nothing lies.
 */
export function waterfallBars(steps: readonly RecordStep[]): {
  readonly zero: number;
  readonly bars: readonly WaterfallBar[];
} {
  const reaches = reachesOf(steps);
  let [low, high] = [0n, 0n];
  for (const reach of reaches) {
    if (reach.low < low) low = reach.low;
    if (reach.high > high) high = reach.high;
  }
  const span = high - low;
  const percent = (length: bigint) => (span === 0n ? 0 : Number((length * 10_000n) / span) / 100);
  const bars = steps.map((step, index) => {
    const reach = reaches[index] ?? { low: 0n, high: 0n };
    return {
      step,
      from: percent(reach.low - low),
      width: percent(reach.high - reach.low),
      look: lookOf(step),
    };
  });
  return { zero: percent(-low), bars };
}

function reachesOf(steps: readonly RecordStep[]): Reach[] {
  let end = 0n;
  return steps.map(({ role, amount }) => {
    const start = role === "result" ? 0n : end;
    end = start + BigInt(amount.minor);
    return start < end ? { low: start, high: end } : { low: end, high: start };
  });
}

function lookOf({ role, amount }: RecordStep): WaterfallBar["look"] {
  const minor = BigInt(amount.minor);
  if (minor === 0n) return "nothing";
  if (role === "result") return "result";
  return minor > 0n ? "added" : "taken";
}
