import { views } from "@evenshare/domain";
import { Hono } from "hono";
import { attachment } from "../files/file-name";
import { receiveFile } from "../files/receive-file";
import { storeUpload } from "../files/store-upload";
import { toStream } from "../files/to-stream";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import { downloadPolicy } from "../server/security-headers";
import type { Services } from "../services";

export const filesPath = "/api/files";
const maxBytes = 25 * 1024 * 1024;

/** Uploads for submissions, and downloads by every party of the partnership. Both stream. */
export function fileRoutes({ deps }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .post("/", async (c) => {
      const scope = await requireMember(c, "milestone.submit");
      const stored = await receiveFile(c.req.raw, (file) => storeUpload(deps, scope, file, maxBytes));
      return c.json(
        views.fileView.parse({ ...stored, size: Number(stored.size), href: `${filesPath}/${stored.id}` }),
      );
    })
    .get("/:id", async (c) => {
      const { organizationId } = await requireMember(c, "partnership.read");
      const id = views.id.safeParse(c.req.param("id"));
      const file = id.success ? await deps.database.findFile(organizationId, id.data) : null;
      if (file === null) throw new RestFailure({ code: "file.not_found" });
      return c.body(toStream(deps.database.readFileChunks(organizationId, file.id)), 200, {
        "content-type": file.contentType,
        "content-length": file.size.toString(),
        "content-disposition": attachment(file.name),
        "content-security-policy": downloadPolicy,
        "cache-control": "private, no-store",
      });
    });
}
