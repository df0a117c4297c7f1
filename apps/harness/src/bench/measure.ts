/** One turn of work by one client; `lane` says which. */
export type Act = (lane: number) => Promise<unknown>;

/** Runs `act` with so many clients at once for about `seconds`; answers how many were done per second. */
export async function rateOf(clients: number, seconds: number, act: Act): Promise<number> {
  const started = performance.now();
  const end = started + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, lane) => {
      while (performance.now() < end) {
        await act(lane);
        done += 1;
      }
    }),
  );
  return (done * 1_000) / (performance.now() - started);
}

/**
 * Measures several sides in turn, again and again, so that what else the machine does hits all of them alike.
 * Answers the median of each. The first turn warms up and does not count.
 */
export async function interleave<Name extends string>(
  sides: Readonly<Record<Name, () => Promise<number>>>,
  repeats: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Record<Name, number>> {
  const names = Object.keys(sides) as Name[];
  const seen = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn <= repeats; turn += 1) {
    for (const name of names) {
      const value = await sides[name]();
      if (turn > 0) seen.get(name)?.push(value);
      await between();
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
