import { isAllowed, ok, type views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { loadBranding } from "./branding";
import { runQuery } from "./run-query";

const input = z.strictObject({});

/** The reader's own organization. */
export const getOrganization: Verb<z.input<typeof input>, views.OrganizationView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx) {
      const { organizationId: id, kind } = scope;
      const { name, country, timeZone, createdAt } = await tx.organization.findUniqueOrThrow({
        where: { id },
      });
      return ok({
        id,
        kind,
        name,
        country,
        timeZone,
        createdAt,
        branding: (await loadBranding(tx, [id])).get(id) ?? { accent: null, logoHref: null },
        canManage: isAllowed("organization.manage", kind, scope.role),
      });
    },
  });
