import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { type Faults, faultPlanSchema } from "./faults";
import type { Mailbox, MessageFilter } from "./mailbox";

const MAX_WAIT_SECONDS = 60;

const listQuery = z.object({
  to: z.string().optional(),
  since: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  /** Seconds to wait for a first match before answering with an empty list. */
  wait: z.coerce.number().min(0).max(MAX_WAIT_SECONDS).default(0),
});

/** The JSON interface of the inbox, used by tests and by scripts. */
export function createApi(mailbox: Mailbox, faults: Faults): Hono {
  const api = new Hono();

  api.get("/messages", async (c) => {
    const query = listQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ error: z.prettifyError(query.error) }, 400);
    const { wait, ...filter } = query.data;
    return c.json(await listWhenThere(mailbox, filter, wait));
  });

  api.delete("/messages", async (c) => {
    await mailbox.clear();
    return c.body(null, 204);
  });

  api.get("/messages/:id", async (c) => {
    const message = await mailbox.find(c.req.param("id"));
    return message ? c.json(message) : c.json({ error: "There is no such message." }, 404);
  });

  api.get("/messages/:id/attachments/:index", async (c) => {
    const attachments = await mailbox.readAttachments(c.req.param("id"));
    const part = attachments[Number(c.req.param("index"))];
    if (!part) return c.json({ error: "There is no such attachment." }, 404);
    return c.body(part.bytes, 200, {
      "content-type": part.mimeType,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(part.filename)}`,
      "x-content-type-options": "nosniff",
    });
  });

  api.get("/events", (c) =>
    streamSSE(c, async (stream) => {
      const unsubscribe = mailbox.onChange(() => void stream.writeSSE({ event: "change", data: "" }));
      const closed = new Promise<void>((resolve) => stream.onAbort(resolve));
      await stream.writeSSE({ event: "open", data: "" });
      await closed;
      unsubscribe();
    }),
  );

  api.get("/faults", (c) => c.json(faults.pending()));
  api.put("/faults", async (c) => {
    const plan = faultPlanSchema.safeParse(await c.req.json().catch(() => null));
    if (!plan.success) return c.json({ error: z.prettifyError(plan.error) }, 400);
    faults.plan(plan.data);
    return c.json(faults.pending());
  });

  return api;
}

async function listWhenThere(mailbox: Mailbox, filter: MessageFilter, seconds: number) {
  const found = mailbox.list(filter);
  if (found.length > 0 || seconds === 0) return found;
  return new Promise<ReturnType<Mailbox["list"]>>((resolve) => {
    const finish = () => {
      unsubscribe();
      clearTimeout(timer);
      resolve(mailbox.list(filter));
    };
    const timer = setTimeout(finish, seconds * 1000);
    const unsubscribe = mailbox.onChange(() => {
      if (mailbox.list(filter).length > 0) finish();
    });
  });
}
