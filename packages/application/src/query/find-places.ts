import { milestoneState, ok, views } from "@evenshare/domain";
import { z } from "zod";
import type { Verb } from "../verb";
import { runQuery } from "./run-query";

const most = 12;
const rows = z.array(
  z.object({
    kind: z.enum(["partnership", "milestone"]),
    id: z.uuid(),
    title: z.string(),
    partner: z.string(),
    state: milestoneState.nullable(),
  }),
);

/**
 * The reader's partnerships and milestones whose title, or whose partner's name, holds the text: those that begin with
 * it first, then those in which a word does, then the rest; among equals the ones changed last.
 */
export const findPlaces: Verb<z.input<typeof views.findPlacesInput>, z.infer<typeof views.foundPlaces>> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input: views.findPlacesInput,
    async read(tx, { text }) {
      if (text === "") return ok({ places: [] });
      const prefix = `${escapeLike(text)}%`;
      const found = rows.parse(
        await tx.$queryRaw`
        select place.kind, place.id, place.title, place.partner, place.state from (
          select 'partnership' as kind, p.id, p.title, o.name as partner, null as state, p.created_at as at
          from partnership p
            join partnership_party mine on mine.partnership_id = p.id and mine.organization_id = ${scope.organizationId}::uuid
            join partnership_party other on other.partnership_id = p.id and other.organization_id <> mine.organization_id
            join organization o on o.id = other.organization_id
          union all
          select 'milestone', m.id, m.title, o.name, m.state, m.updated_at
          from milestone m
            join partnership_party mine on mine.partnership_id = m.partnership_id and mine.organization_id = ${scope.organizationId}::uuid
            join partnership_party other on other.partnership_id = m.partnership_id and other.organization_id <> mine.organization_id
            join organization o on o.id = other.organization_id
        ) as place
        where place.title ilike '%' || ${prefix} or place.partner ilike '%' || ${prefix}
        order by case
            when place.title ilike ${prefix} then 0
            when place.partner ilike ${prefix} then 1
            when place.title ilike '% ' || ${prefix} then 2
            when place.title ilike '%' || ${prefix} then 3
            else 4
          end, place.kind desc, place.at desc, place.id
        limit ${most}`,
      );
      return ok({ places: found.map(placeOf) });
    },
  });

function placeOf({ state, ...row }: z.infer<typeof rows>[number]): views.FoundPlace {
  return state === null ? { ...row, kind: "partnership" } : { ...row, kind: "milestone", state };
}

/** What a pattern would take for "anything" is meant as it is written. */
function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
