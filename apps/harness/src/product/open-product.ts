import { type ServiceName, type Stack, type StackOptions, startStack } from "@evenshare/dev";
import pg from "pg";
import { openHarnessFolder } from "./harness-folder";
import { SandboxClient } from "./sandbox-client";

/** A whole product of its own, with a look behind it. */
export interface Product {
  readonly stack: Stack;
  readonly sandbox: SandboxClient;
  readonly inboxUrl: string;
  /** As superuser, past every scope. Queries fail while PostgreSQL is down. */
  readonly database: pg.Pool;
  close(): Promise<void>;
}

export interface ProductOptions {
  readonly postgresFlags?: readonly string[];
  readonly variables?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
  readonly processes?: StackOptions["processes"];
}

/**
 * A process that is killed while its statement sleeps at a fault point leaves a backend behind; this makes the backend
 * notice within half a second instead of at the end of its sleep.
 */
const noticeDeadClients = ["-c", "client_connection_check_interval=500"];

/** One person does here what hundreds do elsewhere. */
const unhurried = { CHANGES_PER_MINUTE: "1000000" };

/** Starts PostgreSQL with ordinary durability, the sandbox, the inbox, the API and the worker in a folder that is thrown away. */
export async function openProduct(options: ProductOptions = {}): Promise<Product> {
  const folder = await openHarnessFolder();
  const stack = await startStack({
    dataDir: folder.path,
    ports: "free",
    portals: "none",
    postgresFlags: [...noticeDeadClients, ...(options.postgresFlags ?? [])],
    variables: { ...options.variables, api: { ...unhurried, ...options.variables?.api } },
    ...(options.processes ? { processes: options.processes } : {}),
  }).catch(async (error: unknown) => {
    await folder.remove();
    throw error;
  });
  const { sandbox, inbox } = stack.urls;
  if (sandbox === null || inbox === null) throw new Error("the harness needs the sandbox and the inbox");
  const database = new pg.Pool({ connectionString: stack.urls.database, max: 4 });
  database.on("error", () => undefined);
  return {
    stack,
    sandbox: new SandboxClient(sandbox, stack.stripeSecretKey),
    inboxUrl: inbox,
    database,
    async close() {
      await database.end();
      await stack.stop();
      await folder.remove();
    },
  };
}
