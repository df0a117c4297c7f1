import { z } from "zod";
import { checkLedger } from "../ledger/check-ledger";
import { dumpStore } from "../sandbox";
import { isTableName, type Write } from "../state/store";
import type { Control } from "./control";

const row = z.tuple([z.string(), z.string(), z.unknown()]);
const fresh = z.strictObject({ seed: z.int().optional() });
const snapshot = z.strictObject({ version: z.literal(1), rows: z.array(row) });

/** Reset, snapshot and restore of one platform. The clock is the whole product's and is not touched. */
export const stateControls: Control[] = [
  {
    method: "POST",
    pattern: "/reset",
    // With a seed the platform makes the ids of that seed from here on: the same requests, the same ids.
    run({ sandbox, platform, body }) {
      const { seed } = fresh.parse(body);
      sandbox.restore(platform, seed === undefined ? [] : [["counters", "seed", { value: seed }]]);
      return { account: platform.account };
    },
  },
  {
    method: "GET",
    pattern: "/snapshot",
    run: ({ platform }) => ({ version: 1, rows: dumpStore(platform.store) }),
  },
  {
    method: "GET",
    pattern: "/ledger-check",
    run: ({ platform }) => ({ problems: checkLedger(platform.store, platform.account) }),
  },
  {
    method: "PUT",
    pattern: "/snapshot",
    run({ sandbox, platform, body }) {
      const { rows } = snapshot.parse(body);
      const writes = rows.map(([table, id, value]): Write => {
        if (!isTableName(table)) throw new RangeError(`a snapshot of this sandbox has no table ${table}`);
        return [table, id, value];
      });
      sandbox.restore(platform, writes);
      return { rows: writes.length };
    },
  },
];
