import type { TenantTransaction } from "@evenshare/database";
import type { ShareSettings, ShareTermsFile } from "@evenshare/domain";
import type { Scope } from "../scope";

interface NewShareVersion {
  readonly agreementId: string;
  readonly version: number;
  readonly terms: ShareTermsFile;
  readonly settings: ShareSettings;
  readonly effectiveFrom: string;
}

/** Writes a version as it is proposed. Its proposer, the party that pays, has accepted it by proposing. */
export async function writeVersion(
  tx: TenantTransaction,
  { userId, userName }: Pick<Scope, "userId" | "userName">,
  { agreementId, version, terms, settings, effectiveFrom }: NewShareVersion,
  now: Date,
): Promise<void> {
  await tx.shareVersion.createMany({
    data: {
      agreementId,
      version,
      status: "proposed",
      terms,
      settings,
      effectiveFrom: new Date(effectiveFrom),
      proposedAt: now,
      proposedByUserId: userId,
      proposedByName: userName,
    },
  });
  const payer = terms.parties.find(({ role }) => role === "payer");
  if (payer === undefined) throw new Error(`agreement ${agreementId} has nobody who pays`);
  await tx.shareAcceptance.createMany({
    data: {
      agreementId,
      version,
      partyKey: payer.id,
      answer: "accepted",
      at: now,
      byUserId: userId,
      byName: userName,
    },
  });
}
