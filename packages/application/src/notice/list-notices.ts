import { type DeliveryState, deliveryState, messageTemplates, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { after, cutPage, type Page, readCursor } from "../query/page";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { actAsPerson } from "./as-person";

const template = z.enum(messageTemplates);
const facts = z.record(z.string(), z.string());

interface MailOfNotice {
  readonly status: string;
  readonly dueAt: Date | null;
  readonly sentAt: Date | null;
  readonly response: string | null;
}

/** What the reader was told for the organization they act for, newest first, with what became of each mail. */
export const listNotices: Verb<z.input<typeof views.listNoticesInput>, Page<views.Notice>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "notice.own",
    input: views.listNoticesInput,
    async read(tx, { cursor, limit, unreadOnly }) {
      const position = readCursor(cursor);
      if (!position.ok) return position;
      await actAsPerson(tx, scope.userId);
      const { organizationId, userId } = scope;
      const found = await tx.notification.findMany({
        where: { organizationId, userId, ...(unreadOnly ? { readAt: null } : {}), ...after(position.value) },
        include: { mail: { select: { status: true, dueAt: true, sentAt: true, response: true } } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
      });
      const { items, nextCursor } = cutPage(found, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      return ok({
        items: items.map((row) => ({
          id: row.id,
          template: template.parse(row.template),
          facts: facts.parse(row.data),
          createdAt: row.createdAt,
          readAt: row.readAt,
          delivery: deliveryOf(row.mail),
        })),
        nextCursor,
      });
    },
  });

function deliveryOf(mail: MailOfNotice | null): views.Delivery {
  if (mail === null) return { state: "off", at: null, reason: null };
  const state: DeliveryState = deliveryState.parse(mail.status);
  return {
    state,
    at: state === "waiting" ? mail.dueAt : mail.sentAt,
    reason: state === "refused" ? mail.response : null,
  };
}
