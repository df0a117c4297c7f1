import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { actAsPerson } from "./as-person";

const input = z.strictObject({});

/** A bell shows no more than this; beyond it nobody counts. */
const most = 100;

/** How much the reader has not read for the organization they act for, up to a hundred. */
export const countUnreadNotices: Verb<z.input<typeof input>, z.infer<typeof views.unreadNotices>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "notice.own",
    input,
    async read(tx) {
      await actAsPerson(tx, scope.userId);
      const { organizationId, userId } = scope;
      return ok({
        count: await tx.notification.count({ where: { organizationId, userId, readAt: null }, take: most }),
      });
    },
  });
