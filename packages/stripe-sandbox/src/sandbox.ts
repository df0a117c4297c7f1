import type { ControllableClock } from "@evenshare/dev-clock";
import { settleState } from "./clock/settle";
import type { Context } from "./context";
import type { Engine } from "./engine";
import { Dispatcher } from "./events/dispatcher";
import { foundPlatform, type Platform, platformAccountId } from "./platform";
import { DiskJournal, type Journal, type JournalEntry, memoryJournal } from "./state/journal";
import { Store, tableNames, type Write } from "./state/store";

export interface SandboxSettings {
  clock: ControllableClock;
  seed: string;
  /** Where state is kept; null keeps it in memory. */
  folder: string | null;
  /** Where the hosted pages are reached. */
  publicUrl: string;
}

/** The whole sandbox without its HTTP face: platforms, clock, journal and the sender of webhooks. */
export class Sandbox implements Engine {
  readonly clock: ControllableClock;
  readonly dispatcher: Dispatcher;
  /** Set once the port is known. */
  publicUrl: string;
  readonly #seed: string;
  readonly #journal: Journal;
  readonly #platforms = new Map<string, Platform>();

  constructor(settings: SandboxSettings) {
    this.clock = settings.clock;
    this.publicUrl = settings.publicUrl;
    this.#seed = settings.seed;
    this.dispatcher = new Dispatcher(this);
    this.#journal =
      settings.folder === null
        ? memoryJournal
        : DiskJournal.open(
            settings.folder,
            (entry) => this.#replay(entry),
            () => this.#dump(),
          );
  }

  /** Seconds since 1970 by the development clock. */
  now(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }

  platforms(): Platform[] {
    return [...this.#platforms.values()];
  }

  /** The platform of a secret key, founded when the key is seen for the first time. */
  platform(key: string): Platform {
    const platform = this.#platforms.get(key) ?? this.#add(key);
    if (platform.store.get("accounts", platform.account) === undefined) {
      platform.store.transact(() => foundPlatform(this.context(platform)));
    }
    return platform;
  }

  /** The platform that has a row with this id, for hosted pages, whose URLs carry no key. */
  platformWith(
    table: "checkoutSessions" | "hostedLinks" | "paymentIntents" | "setupIntents",
    id: string,
  ): Platform | null {
    return this.platforms().find((platform) => platform.store.get(table, id) !== undefined) ?? null;
  }

  context(
    platform: Platform,
    options: { account?: string; now?: number; request?: Context["request"] } = {},
  ): Context {
    return {
      store: platform.store,
      platformAccount: platform.account,
      account: options.account ?? platform.account,
      now: options.now ?? this.now(),
      publicUrl: this.publicUrl,
      seed: `${this.#seed}|${platform.key}${chosenSeed(platform.store)}`,
      request: options.request ?? null,
    };
  }

  /** Runs a change of one platform at the present time, after everything the clock had due before it. */
  change<R>(platform: Platform, work: (ctx: Context) => R, options: { account?: string } = {}): R {
    settleState(this, platform, this.now());
    const result = platform.store.transact(() => work(this.context(platform, options)));
    this.dispatcher.wake(platform);
    return result;
  }

  /** Brings every platform up to the present and sends what is due. */
  tick(): void {
    for (const platform of this.platforms()) {
      settleState(this, platform, this.now());
      this.dispatcher.wake(platform);
    }
  }

  /** Replaces the state of a platform; no rows mean a fresh start. */
  restore(platform: Platform, rows: Write[]): void {
    platform.store.load(rows);
    platform.requests = platform.store.get("counters", "requests")?.value ?? 0;
    this.#journal.append(platform.key, rows, true);
    this.platform(platform.key);
  }

  close(): void {
    this.#journal.close();
  }

  #add(key: string): Platform {
    const store = new Store((writes) => this.#journal.append(key, writes));
    const platform: Platform = {
      key,
      account: platformAccountId(key),
      store,
      running: new Set(),
      requests: 0,
    };
    this.#platforms.set(key, platform);
    return platform;
  }

  #replay(entry: JournalEntry): void {
    const platform = this.#platforms.get(entry.platform) ?? this.#add(entry.platform);
    if (entry.replace) platform.store.load(entry.writes);
    else for (const write of entry.writes) platform.store.apply(write);
    platform.requests = platform.store.get("counters", "requests")?.value ?? 0;
  }

  #dump(): JournalEntry[] {
    return this.platforms().map(({ key, store }) => ({
      seq: 0,
      platform: key,
      writes: dumpStore(store),
      replace: true,
    }));
  }
}

/** What a reset with a seed adds to the seed of the sandbox. */
function chosenSeed(store: Store): string {
  const chosen = store.get("counters", "seed")?.value;
  return chosen === undefined ? "" : `|${chosen}`;
}

/** Every row of a store as writes that make it again. */
export function dumpStore(store: Store): Write[] {
  const rows = store.dump();
  return tableNames.flatMap((table) => rows[table].map(([id, row]): Write => [table, id, row]));
}
