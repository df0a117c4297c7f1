import { type BenchRow, perSecond } from "@evenshare/dev";
import { interleave, rateOf } from "./measure";
import { openPostingPlace } from "./posting-place";

const seconds = 2;
const repeats = 5;
const most = 32;

/** P2: entries that all earn a fee for one account, against entries whose fees go to accounts of their own. */
export async function benchContendedFees(): Promise<BenchRow[]> {
  const place = await openPostingPlace(most);
  try {
    for (let lane = 0; lane < most; lane += 1) {
      await place.post([
        { kind: "provider_platform", ownerId: "platform", amount: 1_000_000_000 },
        { kind: "milestone_held", ownerId: `m${lane}`, amount: -1_000_000_000 },
      ]);
    }
    const release = (feeOwner: (lane: number) => string) => (lane: number) =>
      place.post([
        { kind: "milestone_held", ownerId: `m${lane}`, amount: 100 },
        { kind: "milestone_in_flight", ownerId: `m${lane}`, amount: -95 },
        { kind: "platform_fees", ownerId: feeOwner(lane), amount: -5 },
      ]);
    const contended = release(() => "platform");
    const rates = await interleave(
      {
        contended: () => rateOf(8, seconds, contended),
        spread: () =>
          rateOf(
            8,
            seconds,
            release((lane) => `own ${lane}`),
          ),
        many: () => rateOf(most, seconds, contended),
      },
      repeats,
    );
    return [
      {
        id: "P2",
        what: "entries paying one fee account, 8 clients, against a fee account for each",
        ours: perSecond(rates.contended),
        anchor: perSecond(rates.spread),
        ratio: rates.contended / rates.spread,
        target: "≥ 0.55 ×",
      },
      {
        id: "P2",
        what: "slowdown of the same from 8 to 32 clients",
        ours: perSecond(rates.many),
        anchor: perSecond(rates.contended),
        ratio: rates.contended / rates.many,
        target: "< 1.3 ×",
      },
    ];
  } finally {
    await place.close();
  }
}
