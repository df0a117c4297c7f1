import type { TenantTransaction } from "@evenshare/database";
import { answerShare, dayIn, ok, type Result, refuse, type ShareAnswer } from "@evenshare/domain";
import type { Scope } from "../scope";
import { type LoadedShare, type LoadedShareParty, type LoadedShareVersion, lockShare } from "./load-share";

export interface GivenAnswer {
  readonly share: LoadedShare;
  readonly version: LoadedShareVersion;
  /** Who answered. */
  readonly party: LoadedShareParty;
  readonly status: "proposed" | "active" | "declined";
  /** How many parties have not answered yet. */
  readonly waitingFor: number;
}

interface WantedAnswer {
  readonly id: string;
  readonly version: number;
  readonly says: ShareAnswer;
  readonly reason: string | null;
}

/** Writes what the reader's organization says to a version, and what becomes of the version by it. */
export async function answerVersion(
  tx: TenantTransaction,
  { organizationId, userId, userName }: Scope,
  { id, version: number, says, reason }: WantedAnswer,
  now: Date,
): Promise<Result<GivenAnswer>> {
  const locked = await lockShare(tx, organizationId, id);
  if (!locked.ok) return locked;
  const share = locked.value;
  const party = share.parties.find((one) => one.organizationId === organizationId);
  const version = share.versions.find((one) => one.version === number);
  if (party === undefined || version === undefined) return refuse({ code: "share.not_found" });
  const parties = share.parties.map(({ key }) => key);
  const answered = version.answers.map(({ party: key }) => key);
  const proposal = { versions: share.versions, version: number, parties, answered };
  const decided = answerShare(proposal, { party: party.key, says }, dayIn(version.terms.timeZone, now));
  if (!decided.ok) return decided;
  await tx.shareAcceptance.createMany({
    data: {
      agreementId: id,
      version: number,
      partyKey: party.key,
      answer: says,
      reason,
      at: now,
      byUserId: userId,
      byName: userName,
    },
  });
  if (decided.value === "declined") await endVersion(tx, share, number, "declined", reason);
  if (decided.value === "active") await activate(tx, share, version, now);
  const waitingFor = parties.length - answered.length - 1;
  return ok({ share, version, party, status: decided.value, waitingFor });
}

/** Writes that a proposed version came to nothing. */
export async function endVersion(
  tx: TenantTransaction,
  { id }: Pick<LoadedShare, "id">,
  version: number,
  status: "declined" | "withdrawn",
  reason: string | null,
): Promise<void> {
  await tx.shareVersion.updateMany({
    where: { agreementId: id, version, status: "proposed" },
    data: { status, endedReason: reason },
  });
}

/**
 * The version counts from the day on which it takes effect; the one before stays what it is for the periods until then.
 * Its items are added to those by which revenue finds the agreement; none is taken out, as late lines belong to old terms.
 */
async function activate(
  tx: TenantTransaction,
  { id, brandId }: LoadedShare,
  { version, terms }: LoadedShareVersion,
  now: Date,
): Promise<void> {
  await tx.shareVersion.updateMany({
    where: { agreementId: id, status: "active" },
    data: { status: "superseded" },
  });
  await tx.shareVersion.updateMany({
    where: { agreementId: id, version, status: "proposed" },
    data: { status: "active", activatedAt: now },
  });
  if (terms.items === "*") return;
  await tx.shareItem.createMany({
    data: [...new Set(terms.items)].map((item) => ({ agreementId: id, organizationId: brandId, item })),
    skipDuplicates: true,
  });
}
