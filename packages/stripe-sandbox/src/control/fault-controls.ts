import { z } from "zod";
import { newId } from "../context";
import type { FaultRow, WebhookFaultRow } from "../state/tables";
import type { Control } from "./control";

const rule = z.strictObject({
  kind: z.enum([
    "429",
    "500",
    "502",
    "503",
    "executed_then_drop",
    "executed_then_500",
    "stall",
    "truncated",
    "409",
    "nonsense",
  ]),
  method: z.enum(["GET", "POST", "DELETE"]).nullable().default(null),
  path: z.string().default("*"),
  nth: z.int().min(1).default(1),
  times: z.int().min(1).default(1),
  ms: z.int().min(0).max(600_000).default(1000),
});

const webhookRule = z.strictObject({
  kind: z.enum(["drop", "duplicate", "delay", "reorder", "stale", "wrong_secret", "before_answer"]),
  event: z.string().default("*"),
  times: z.int().min(1).default(1),
  ms: z.int().min(0).default(60_000),
});

/** Rules that make requests and webhooks go wrong; they stay until deleted, also when used up. */
export const faultControls: Control[] = [
  { method: "GET", pattern: "/faults", run: ({ platform }) => [...platform.store.all("faults")] },
  {
    method: "POST",
    pattern: "/faults",
    run({ sandbox, platform, body }) {
      const wish = rule.parse(body);
      return sandbox.change(platform, (ctx) => {
        const row: FaultRow = { ...wish, id: newId(ctx, "fault"), seen: 0, fired: 0 };
        ctx.store.put("faults", row.id, row);
        return row;
      });
    },
  },
  {
    method: "DELETE",
    pattern: "/faults",
    run: ({ sandbox, platform }) =>
      sandbox.change(platform, ({ store }) => {
        const ids = [...store.entries("faults")].map(([id]) => id);
        for (const id of ids) store.delete("faults", id);
        return { deleted: ids.length };
      }),
  },
  {
    method: "GET",
    pattern: "/webhook-faults",
    run: ({ platform }) => [...platform.store.all("webhookFaults")],
  },
  {
    method: "POST",
    pattern: "/webhook-faults",
    run({ sandbox, platform, body }) {
      const wish = webhookRule.parse(body);
      return sandbox.change(platform, (ctx) => {
        const row: WebhookFaultRow = { ...wish, id: newId(ctx, "fault"), fired: 0 };
        ctx.store.put("webhookFaults", row.id, row);
        return row;
      });
    },
  },
  {
    method: "DELETE",
    pattern: "/webhook-faults",
    run: ({ sandbox, platform }) =>
      sandbox.change(platform, ({ store }) => {
        const ids = [...store.entries("webhookFaults")].map(([id]) => id);
        for (const id of ids) store.delete("webhookFaults", id);
        return { deleted: ids.length };
      }),
  },
];
