import { readSnapshot } from "@evenshare/database";
import { checkPair, ok, rollTargetStates, roomIn, views } from "@evenshare/domain";
import { z } from "zod";
import { findSnapshot } from "../query/read-snapshot";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

const input = z.strictObject({ id: views.id });
const rows = z.array(z.object({ snapshot: z.unknown() }));

/** The milestones of the same partnership that this one's held money could roll into, and what each still lacks. */
export const listRollTargets: Verb<z.input<typeof input>, { targets: views.RollTarget[] }> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "remainder.read",
    input,
    async read(tx, { id }) {
      const snapshot = await findSnapshot(tx, id);
      if (!snapshot.ok) return snapshot;
      const others = rows.parse(
        await tx.$queryRaw`select app.milestone_snapshot(m) as snapshot from milestone m
          where m.partnership_id = ${snapshot.value.partnershipId}::uuid and m.id <> ${id}::uuid
            and m.state = any (${[...rollTargetStates]}::text[])
          order by m.created_at, m.id limit 100`,
      );
      const targets = others
        .map(({ snapshot: other }) => readSnapshot(other))
        .filter((other) => checkPair(snapshot.value, other).ok && roomIn(other) > 0n)
        .map((other) => ({ id: other.id, title: other.title, lacks: roomIn(other) }));
      return ok({ targets });
    },
  });
