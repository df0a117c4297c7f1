import { ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import { after, cutPage, type Page, readCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { describeApprovals } from "./describe-approvals";

/** The organization's requests for a second person, newest first: those that wait, or those that are settled. */
export const listApprovals: Verb<z.input<typeof views.listApprovalsInput>, Page<views.ApprovalRow>> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.listApprovalsInput,
    async read(tx, { show, cursor, limit }) {
      if (scope.kind !== "brand") return refuse({ code: "approval.not_found" });
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const rows = await tx.approvalRequest.findMany({
        where: {
          organizationId: scope.organizationId,
          status: show === "waiting" ? "waiting" : { not: "waiting" },
          ...after(position.value),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      const { items, nextCursor } = cutPage(rows, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      return ok({ items: await describeApprovals(tx, scope, items), nextCursor });
    },
  });
