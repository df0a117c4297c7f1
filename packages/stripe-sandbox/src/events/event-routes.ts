import { z } from "zod";
import { matchesGlob } from "../faults/glob";
import { listParams, params, range, text } from "../http/params";
import { route } from "../http/route";
import { inRange, listObjects, objectFromUrl } from "../state/objects";

const listed = listParams({
  created: range().optional(),
  type: text().optional(),
  types: z.array(text()).max(20).optional(),
});

export const eventRoutes = [
  route("GET", "/v1/events", listed, (ctx, input) =>
    listObjects(
      ctx,
      "events",
      "/v1/events",
      input,
      (event) =>
        inRange(event.created, input.created) &&
        (input.type === undefined || matchesGlob(input.type, event.type)) &&
        (input.types === undefined || input.types.includes(event.type)),
    ),
  ),
  route("GET", "/v1/events/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "events", path("id"), "id"),
  ),
];
