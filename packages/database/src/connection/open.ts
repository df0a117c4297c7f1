import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/client";
import { type SilenceWatch, watchSilence } from "./silence";
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
/**
 * A transaction whose next statement stays away is given up by the server: its client may be gone without a word, and
 * its locks would stay for hours.
 */
const abandonedTransaction = "-c idle_in_transaction_session_timeout=20000";
/** On a busy machine a transaction may wait for its connection longer than Prisma's two seconds. */
const transactionOptions = { maxWait: 10_000, timeout: 20_000 };

export function openConnections(options: DatabaseOptions): Connections {
  const watch = watchSilence(options.url);
  const open = (role: DatabaseRole, size: number) => openPool(options, watch, role, size);
  const app = open("evenshare_app", options.poolSize ?? 10);
  const appPrismaPool = open("evenshare_app", options.poolSize ?? 10);
  const auth = open("evenshare_auth", 5);
  const authPrismaPool = open("evenshare_auth", 5);
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
      watch.close();
    },
  };
}

/** A pool under the login itself, for the queue, whose tables are its own. */
export interface QueueConnections {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export function openQueueConnections(url: string, size: number): QueueConnections {
  const watch = watchSilence(url);
  const pool = tolerant(
    new pg.Pool({ connectionString: url, options: abandonedTransaction, max: size, ...manners(watch) }),
  );
  return {
    pool,
    async close() {
      await pool.end();
      watch.close();
    },
  };
}

/** Every connection starts under a role that owns nothing and is held by row-level security. */
function openPool(
  { url, faultPoint }: DatabaseOptions,
  watch: SilenceWatch,
  role: DatabaseRole,
  size: number,
): pg.Pool {
  const settings = [
    `-c role=${role}`,
    `-c statement_timeout=${faultPoint ? 0 : statementTimeoutMs}`,
    abandonedTransaction,
  ];
  if (faultPoint) settings.push(`-c app.fault_point=${faultPoint}`);
  const pool = new pg.Pool({
    connectionString: url,
    options: settings.join(" "),
    max: size,
    types: readBigintsAsBigint,
    ...manners(watch),
  });
  return tolerant(pool);
}

/** What holds for the connections of every pool. */
function manners(watch: SilenceWatch) {
  return {
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // Finds out that the other end of an idle connection is gone.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    onConnect: watch.add,
  };
}

function tolerant(pool: pg.Pool): pg.Pool {
  // A connection that breaks while idle (PostgreSQL restarted) is dropped from the pool; the next request opens another.
  pool.on("error", () => undefined);
  // One that breaks while a transaction holds it, between two statements, tells only its own listeners, and an error
  // nobody listens to ends the process. The next statement on it fails, which is how the transaction hears of it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
