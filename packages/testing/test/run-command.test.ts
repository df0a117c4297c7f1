import { randomUUID } from "node:crypto";
import { runCommand } from "@evenshare/application";
import { ok } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createBrand } from "../src";
import { expectNothingWritten } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

describe("runCommand", () => {
  it("F136: commits nothing that leaves no audit row", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const silent = () =>
      runCommand(
        deps,
        brand,
        { commandKey: randomUUID() },
        {
          name: "partnership.start",
          permission: "partnership.create",
          input: z.object({ commandKey: z.uuid() }),
          answer: z.object({ done: z.number() }),
          carryOut: async () => ok({ answer: { done: 1 }, audit: [] }),
        },
      );
    await expectNothingWritten(world(), () => expect(silent()).rejects.toThrow("without an audit row"));
  });
});
