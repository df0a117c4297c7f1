import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

const input = z.strictObject({ organizationId: views.id });

/** The logo of one's own organization or of a partner. Refused with `logo.not_found`, for strangers too. */
export const readLogo: Verb<
  z.input<typeof input>,
  { readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> }
> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "team.read",
    input,
    async read(tx, { organizationId }) {
      const logo = await tx.organizationLogo.findUnique({ where: { organizationId } });
      if (logo === null) return refuse({ code: "logo.not_found" });
      return ok({ contentType: logo.contentType, bytes: logo.bytes });
    },
  });
