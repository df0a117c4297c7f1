import type { TenantTransaction } from "@evenshare/database";
import type { views } from "@evenshare/domain";
import type { LoadedPartnership } from "./load-partnerships";

/** How organizations look, as far as the reader may see them; those it may not see are left out. */
export async function loadBranding(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<Map<string, views.Branding>> {
  const rows = await tx.organization.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, accent: true, ownLogo: { select: { sha256: true } } },
  });
  return new Map(rows.map(({ id, accent, ownLogo }) => [id, { accent, logoHref: logoHref(id, ownLogo) }]));
}

/** The looks of a partnership's two sides. */
export async function loadPartyBranding(
  tx: TenantTransaction,
  { brand, producer }: Pick<LoadedPartnership, "brand" | "producer">,
): Promise<views.PartnershipView["branding"]> {
  const found = await loadBranding(tx, [brand.id, producer.id]);
  const none = { accent: null, logoHref: null };
  return { brand: found.get(brand.id) ?? none, producer: found.get(producer.id) ?? none };
}

/** Names the content too, so that a browser keeps a logo until it is another one. */
function logoHref(organizationId: string, logo: { readonly sha256: string } | null): string | null {
  return logo === null ? null : `/api/organizations/${organizationId}/logo?v=${logo.sha256.slice(0, 16)}`;
}
