import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/client";
import { readBigintsAsBigint } from "./types";

/** What the connections of one process may do. */
type DatabaseRole = "evenshare_app" | "evenshare_auth";

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections of the application pool. */
  readonly poolSize?: number;
  /** Names the fault point at which statements stop; only the crash harness sets it. */
  readonly faultPoint?: string;
}

/** The bare connections. They stay inside this package, except those for sign-in, which see no tenant table. */
export interface Connections {
  readonly app: pg.Pool;
  readonly appPrisma: PrismaClient;
  readonly auth: pg.Pool;
  readonly authPrisma: PrismaClient;
  close(): Promise<void>;
}

/** A query that takes longer is cut off: nothing here is meant to take seconds. */
const statementTimeoutMs = 30_000;
/** On a busy machine a transaction may wait for its connection longer than Prisma's two seconds. */
const transactionOptions = { maxWait: 10_000, timeout: 20_000 };

export function openConnections(options: DatabaseOptions): Connections {
  const app = openPool(options, "evenshare_app", options.poolSize ?? 10);
  const appPrismaPool = openPool(options, "evenshare_app", options.poolSize ?? 10);
  const auth = openPool(options, "evenshare_auth", 5);
  const authPrismaPool = openPool(options, "evenshare_auth", 5);
  const appPrisma = new PrismaClient({ adapter: new PrismaPg(appPrismaPool), transactionOptions });
  const authPrisma = new PrismaClient({ adapter: new PrismaPg(authPrismaPool), transactionOptions });
  return {
    app,
    appPrisma,
    auth,
    authPrisma,
    async close() {
      await Promise.all([appPrisma.$disconnect(), authPrisma.$disconnect()]);
      await Promise.all([app, appPrismaPool, auth, authPrismaPool].map((pool) => pool.end()));
    },
  };
}

/** Every connection starts under a role that owns nothing and is held by row-level security. */
function openPool({ url, faultPoint }: DatabaseOptions, role: DatabaseRole, size: number): pg.Pool {
  const settings = [`-c role=${role}`, `-c statement_timeout=${faultPoint ? 0 : statementTimeoutMs}`];
  if (faultPoint) settings.push(`-c app.fault_point=${faultPoint}`);
  const pool = new pg.Pool({
    connectionString: url,
    options: settings.join(" "),
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: readBigintsAsBigint,
  });
  // A connection that breaks while idle (PostgreSQL restarted) is dropped from the pool; the next request opens another.
  pool.on("error", () => undefined);
  // One that breaks while a transaction holds it, between two statements, tells only its own listeners, and an error
  // nobody listens to ends the process. The next statement on it fails, which is how the transaction hears of it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
