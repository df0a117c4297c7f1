import { isPortFree } from "@evenshare/database/embedded";

/** Below the ports that systems hand out for outgoing connections, so that none of those gets in the way. */
const QUIET_RANGE = { from: 20_000, to: 31_999 } as const;

/** The ports a set of services asks for, by name; `null` for one that does not mind. */
type Wishes<Name extends string> = ReadonlyMap<Name, number | null>;

/** A port for each name, and a sentence for each preferred port that was taken. */
export interface ChosenPorts<Name extends string> {
  readonly portOf: (name: Name) => number;
  readonly notes: readonly string[];
}

/**
 * Gives each name a loopback port of its own: the preferred one when it is free, else a free one.
 */
export async function choosePorts<Name extends string>(wishes: Wishes<Name>): Promise<ChosenPorts<Name>> {
  const chosen = new Map<Name, number>();
  const notes: string[] = [];
  for (const [name, wish] of wishes) {
    const taken = new Set(chosen.values());
    const granted = wish !== null && !taken.has(wish) && (await isPortFree(wish));
    const port = granted ? wish : await findQuietPort(taken);
    if (wish !== null && !granted) notes.push(`Port ${wish} is taken: ${name} is on ${port}.`);
    chosen.set(name, port);
  }
  return {
    notes,
    portOf(name) {
      const port = chosen.get(name);
      if (port === undefined) throw new Error(`No port was asked for '${name}'.`);
      return port;
    },
  };
}

async function findQuietPort(taken: ReadonlySet<number>): Promise<number> {
  const size = QUIET_RANGE.to - QUIET_RANGE.from + 1;
  const start = Math.floor(Math.random() * size);
  for (let step = 0; step < size; step += 1) {
    const port = QUIET_RANGE.from + ((start + step) % size);
    if (!taken.has(port) && (await isPortFree(port))) return port;
  }
  throw new Error(`No port between ${QUIET_RANGE.from} and ${QUIET_RANGE.to} is free.`);
}
