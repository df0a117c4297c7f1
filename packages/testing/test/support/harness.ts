import { afterAll, beforeAll } from "vitest";
import { createTestWorld, type TestWorld, type TestWorldOptions } from "../../src";

/** One database for the tests of a file, taken down after them. */
export function useTestWorld(options: TestWorldOptions = {}): () => TestWorld {
  let world: TestWorld | undefined;
  beforeAll(async () => {
    world = await createTestWorld(options);
  });
  afterAll(() => world?.close());
  return () => {
    if (world === undefined) throw new Error("the test database is not there yet");
    return world;
  };
}
