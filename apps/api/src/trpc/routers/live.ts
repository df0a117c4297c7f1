import { views } from "@evenshare/domain";
import type { LiveEvent } from "../../live/hub";
import { t } from "../init";
import { memberProcedure } from "../procedure";

/** Hints that something changed. They carry no data: a client that gets one asks again, and is authorized again. */
export const liveRouter = t.router({
  events: memberProcedure("partnership.read").subscription(async function* ({
    ctx,
    signal,
  }): AsyncGenerator<LiveEvent> {
    for await (const event of ctx.services.live.subscribe(ctx.scope.organizationId, signal)) {
      yield views.liveEvent.parse(event);
    }
  }),
});
