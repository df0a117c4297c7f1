import { randomUUID } from "node:crypto";
import type { Deps, PaymentGateway } from "@evenshare/application";
import { openDatabase } from "@evenshare/database";
import { createTestDatabase } from "@evenshare/database/testing";
import { MemoryClock } from "@evenshare/dev-clock";
import { noPayments } from "./no-payments";

export interface TestWorld {
  readonly deps: Deps;
  /** Stands still until it is moved. */
  readonly clock: MemoryClock;
  /** Superuser connection string, to look behind the scopes. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** When tests take place. */
export const testNow = new Date("2026-11-23T10:00:00.000Z");

export interface TestWorldOptions {
  /** Unless given, no payment may be made. */
  readonly payments?: PaymentGateway;
  /** The clock to share with a payment sandbox. */
  readonly clock?: MemoryClock;
  /** Connections of each pool. */
  readonly poolSize?: number;
}

/** A database of its own, a clock that stands still, and the dependencies of the verbs over both. */
export async function createTestWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase({ url: testDatabase.url, poolSize: options.poolSize ?? 4 });
  const clock = options.clock ?? new MemoryClock(testNow);
  return {
    clock,
    databaseUrl: testDatabase.url,
    deps: {
      database,
      clock,
      newId: randomUUID,
      payments: options.payments ?? noPayments,
      passFaultPoint: async () => undefined,
      settings: {
        brandOrigin: "http://brand.localhost",
        producerOrigin: "http://producer.localhost",
        platformFeeBp: 250,
      },
    },
    async close() {
      await database.close();
      await testDatabase.drop();
    },
  };
}
