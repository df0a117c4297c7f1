/** Services that may run as several processes beside each other. */
export type ManifoldService = "api" | "worker";

/** What a stack runs. The first process of a service bears its plain name, the second is `api-2`, and so on. */
export type ServiceName =
  | "postgres"
  | "sandbox"
  | "inbox"
  | "brand"
  | "producer"
  | ManifoldService
  | `${ManifoldService}-${number}`;

/** How the portals come to the browser. */
export type PortalMode =
  /** Built files served by the API, as in production. */
  | "built"
  /** Vite's development servers, with the API behind them. */
  | "vite"
  /** No portal: the API alone. */
  | "none";

/** Something of one's own in place of an embedded default. */
export interface External {
  readonly databaseUrl?: string | undefined;
  readonly stripe?:
    | { readonly secretKey: string; readonly webhookSecret: string; readonly connectWebhookSecret: string }
    | undefined;
  readonly smtpUrl?: string | undefined;
}

/** How to start a stack. */
export interface StackOptions {
  /** Everything it keeps: database, sandbox, mails, clock, logs. One stack at a time per folder. */
  readonly dataDir: string;
  /** `preferred`: the documented ones where they are free. `free`: any, for stacks beside each other. */
  readonly ports: "preferred" | "free";
  readonly portals: PortalMode;
  /** Forget everything first. */
  readonly fresh?: boolean;
  /** Services that die by themselves are started again. Off, so that a harness decides. */
  readonly keepAlive?: boolean;
  /** Further server flags for the embedded PostgreSQL, e.g. `["-c", "synchronous_commit=off"]`. */
  readonly postgresFlags?: readonly string[];
  readonly external?: External;
  /** How many processes of a service run over the one database; one unless said. */
  readonly processes?: Partial<Record<ManifoldService, number>>;
  /** Variables added to a service (all its processes) or to one process, e.g. a fault point. */
  readonly variables?: Partial<Record<ServiceName, Readonly<Record<string, string>>>>;
  readonly onLine?: (service: string, line: string) => void;
  readonly onNote?: (note: string) => void;
}

/** Where everything is, all on this machine. */
export interface StackUrls {
  /** The portals as a browser sees them; each also answers its side's `/api`. */
  readonly brand: string;
  readonly producer: string;
  /** The API's listeners themselves; the brand's also takes Stripe's webhooks. */
  readonly brandApi: string;
  readonly producerApi: string;
  readonly workerHealth: string;
  /** The listeners of every API process, the first one's included. */
  readonly apis: readonly { readonly brand: string; readonly producer: string }[];
  /** The health pages of every worker process. */
  readonly workers: readonly string[];
  /** Null where something external is used instead. */
  readonly inbox: string | null;
  readonly sandbox: string | null;
  readonly smtp: string;
  /** Connection string with every right; the services give theirs up themselves. */
  readonly database: string;
}

/** A running product on this machine. */
export interface Stack {
  readonly urls: StackUrls;
  readonly dataDir: string;
  /** The development clock that product and sandbox share. */
  readonly clockFile: string;
  /** The key of the platform at the sandbox, or the external one. */
  readonly stripeSecretKey: string;
  /** What differed from the usual: ports taken, leftovers ended. */
  readonly notes: readonly string[];
  /** The variables of the API and the worker, for tools that work on the same stack. */
  readonly variables: Readonly<Record<string, string>>;
  /** Null while the service is down. */
  pid(name: ServiceName): number | null;
  /** kill −9. The service stays down until `restart`. Resolves when its pid is gone. */
  kill(name: ServiceName): Promise<void>;
  /** Starts a service again, stopping it first when it runs; resolves when it is ready. */
  restart(name: ServiceName, variables?: Readonly<Record<string, string>>): Promise<void>;
  /** Stops all of it in order. The data stays. */
  stop(): Promise<void>;
}
