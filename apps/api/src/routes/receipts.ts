import { getReceipt } from "@evenshare/application";
import { Hono } from "hono";
import { attachment } from "../files/file-name";
import type { ApiEnv } from "../server/request-facts";
import { requireMember } from "../server/require-member";
import { RestFailure } from "../server/rest-failure";
import { downloadPolicy } from "../server/security-headers";
import type { Services } from "../services";

/** Receipts of payments as PDF, for the brand's people who see to its money; they do not exist for anybody else. */
export function receiptRoutes({ deps, renderReceipt }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get("/:file{[^/]+[.]pdf}", async (c) => {
    const scope = await requireMember(c, "partnership.read");
    const fundingId = c.req.param("file").slice(0, -".pdf".length);
    const receipt = await getReceipt(deps, scope, { fundingId });
    if (!receipt.ok) {
      const { failure } = receipt;
      throw new RestFailure(failure.code === "input.invalid" ? { code: "receipt.not_found" } : failure);
    }
    return c.body(new Uint8Array(renderReceipt(receipt.value)), 200, {
      "content-type": "application/pdf",
      "content-disposition": attachment(`receipt-${receipt.value.number}.pdf`),
      "content-security-policy": downloadPolicy,
      "cache-control": "private, no-store",
    });
  });
}
