import { openOwnerClient } from "@evenshare/database/testing";
import { type BenchRow, perSecond } from "@evenshare/dev";
import pg from "pg";
import { interleave, rateOf } from "./measure";
import { releaseByOrm } from "./release-by-orm";
import { openFloor, rowsAddedBy } from "./release-floor";
import { type Lane, milestonesOfClient, openReleasePlace, type ReleasePlace } from "./release-place";

const clients = 8;
const seconds = 3;
const repeats = 5;

/** What one layer costs a request. */
interface Layer {
  readonly name: string;
  readonly ms: number;
}

interface ReleaseBench {
  readonly rows: readonly BenchRow[];
  /** What each layer adds to one request, at eight clients. */
  readonly layers: readonly Layer[];
}

/** P1: a release through HTTP, tRPC, session and row-level security, against its floor and against an ORM. */
export async function benchRelease(): Promise<ReleaseBench> {
  const place = await openReleasePlace(clients * 3);
  const { database } = place.product.stack.urls;
  const pool = new pg.Pool({ connectionString: database, max: clients });
  const orm = openOwnerClient(database, clients);
  try {
    const floor = await openFloor(place, pool);
    const byOrm = releaseByOrm(orm, place);
    // Milestones of its own for each side: what a person sees as held must be what the books say.
    const laneOf = (side: 1 | 2, client: number): Lane => place.laneOf(side * clients + client);
    // The first release of a milestone also opens accounts; from the second on they are there, for everybody.
    for (let client = 0; client < clients * 3; client += 1) await goRound(place, client);
    const written = await rowsAddedBy(place.product.database, () => place.release(0));
    for (const [name, act] of [
      ["the floor", () => floor(laneOf(1, 0))],
      ["the ORM", () => byOrm(laneOf(2, 0))],
    ] as const) {
      const also = await rowsAddedBy(place.product.database, act);
      if (JSON.stringify(sorted(also)) !== JSON.stringify(sorted(written)))
        throw new Error(`${name} writes ${JSON.stringify(also)}, a release ${JSON.stringify(written)}`);
    }
    await place.settle();

    const ask = (act: () => Promise<unknown>) => () => rateOf(clients, seconds / 3, act);
    const unreadable = { commandKey: "not a key" };
    const rates = await interleave(
      {
        release: () => rateOf(clients, seconds, (lane) => place.release(lane)),
        floor: () => rateOf(clients, seconds, (lane) => floor(laneOf(1, lane))),
        orm: () => rateOf(clients, seconds, (lane) => byOrm(laneOf(2, lane))),
        http: ask(() => place.line.get("/api/nothing")),
        session: ask(() => place.line.get("/api/files/none")),
        trpc: ask(() => place.line.mutate("milestones.releasePart", unreadable)),
      },
      repeats,
      () => place.settle(),
    );
    const msOf = (rate: number) => (clients * 1_000) / rate;
    const layers: Layer[] = [
      { name: "Hono with our middleware", ms: msOf(rates.http) },
      { name: "+ session", ms: msOf(rates.session) - msOf(rates.http) },
      { name: "+ tRPC, superjson and zod", ms: msOf(rates.trpc) - msOf(rates.session) },
      { name: "+ verb, decision and the two SQL calls", ms: msOf(rates.release) - msOf(rates.trpc) },
      { name: "the floor, for comparison", ms: msOf(rates.floor) },
    ];
    return {
      layers,
      rows: [
        {
          id: "P1",
          what: "release over HTTP, 8 clients, against one SQL function through `pg` (the floor)",
          ours: perSecond(rates.release),
          anchor: perSecond(rates.floor),
          ratio: rates.release / rates.floor,
          target: "≥ 0.35 ×",
        },
        {
          id: "P1",
          what: "the same, against a Prisma interactive transaction without HTTP",
          ours: perSecond(rates.release),
          anchor: perSecond(rates.orm),
          ratio: rates.release / rates.orm,
          target: "≥ 8 ×",
        },
      ],
    };
  } finally {
    await Promise.all([pool.end(), orm.$disconnect()]);
    await place.close();
  }
}

async function goRound(place: ReleasePlace, client: number): Promise<void> {
  for (let turn = 0; turn < milestonesOfClient; turn += 1) await place.release(client);
}

function sorted(counts: Record<string, number>) {
  return Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
}
