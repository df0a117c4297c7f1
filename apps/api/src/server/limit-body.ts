import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { RestFailure } from "./rest-failure";

const ordinaryBytes = 1024 * 1024;

/** At most 1 MB per body. Uploads are counted while they stream, where they are received. */
export function limitBody(streamingPaths: readonly string[]): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: ordinaryBytes,
    onError: () => {
      throw new RestFailure({ code: "body.too_large", details: { maxBytes: String(ordinaryBytes) } });
    },
  });
  return (c, next) => (streamingPaths.includes(c.req.path) ? next() : limit(c, next));
}
