import { views } from "@evenshare/domain";
import { Hono } from "hono";
import { receiveFile } from "../files/receive-file";
import { storeUpload } from "../files/store-upload";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import type { Services } from "../services";

export const revenueFilesPath = "/api/revenue/files";
const maxBytes = 512 * 1024 * 1024;

/** Uploads of files of sales. They stream: the file is never held whole. */
export function revenueFileRoutes({ deps }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().post("/", async (c) => {
    const scope = await requireMember(c, "revenue.import");
    const stored = await receiveFile(c.req.raw, async (file) => {
      if (file.contentType !== "text/csv")
        throw new RestFailure({ code: "file.type_refused", details: { type: file.contentType } });
      return storeUpload(deps, scope, file, maxBytes);
    });
    const { id, name, size } = stored;
    return c.json(views.revenueFileView.parse({ id, name, size: Number(size) }));
  });
}
