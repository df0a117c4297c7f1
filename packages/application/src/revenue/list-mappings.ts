import { ok, onlineRetailMapping, revenueMappingSchema, type views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

const input = z.strictObject({});

/** What a file can be read with: the organization's own mappings by name, then the shipped example; and its sources. */
export const listMappings: Verb<z.input<typeof input>, views.RevenueMappingsView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "revenue.read",
    input,
    async read(tx) {
      const own = { where: { organizationId: scope.organizationId }, orderBy: { name: "asc" } } as const;
      const saved = await tx.revenueMapping.findMany(own);
      const sources = await tx.revenueSource.findMany(own);
      return ok({
        mappings: [
          ...saved.map(({ id, name, mapping }) => ({
            id,
            name,
            mapping: revenueMappingSchema.parse(mapping),
          })),
          { id: null, name: "Online Retail (example)", mapping: onlineRetailMapping },
        ],
        sources: sources.map(({ name }) => name),
      });
    },
  });
