import { randomInt } from "node:crypto";
import { z } from "zod";

const schema = z.object({
  /** Makes random runs repeat themselves. */
  HARNESS_SEED: z.coerce.number().int().min(0).max(0xffff_ffff).optional(),
  /** Replays a run of the model: the seed, the path and the `replayPath` that a failure prints. */
  FC_SEED: z.coerce.number().int().optional(),
  FC_PATH: z.string().optional(),
  FC_REPLAY: z.string().optional(),
  /** The file `pgledger.sql` in a copy of the repository pgr0ss/pgledger, to measure against. */
  PGLEDGER_SQL: z.string().optional(),
});

export interface HarnessEnvironment {
  readonly seed: number;
  readonly fcSeed: number | undefined;
  readonly fcPath: string | undefined;
  readonly fcReplay: string | undefined;
  readonly pgledgerSql: string | undefined;
}

/** Seeds from the environment; a fresh one where none is given, so that every run tells how to repeat it. */
export function readHarnessEnvironment(): HarnessEnvironment {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const env = schema.parse(given);
  return {
    seed: env.HARNESS_SEED ?? randomInt(0xffff_ffff),
    fcSeed: env.FC_SEED,
    fcPath: env.FC_PATH,
    fcReplay: env.FC_REPLAY,
    pgledgerSql: env.PGLEDGER_SQL,
  };
}

/** The environment of tests that are run from here; they make their databases on the server that is given, if one is. */
export function environmentOfTests(databaseUrl: string | undefined): NodeJS.ProcessEnv {
  return databaseUrl === undefined ? process.env : { ...process.env, TEST_DATABASE_URL: databaseUrl };
}
