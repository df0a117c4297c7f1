import type { TenantTransaction } from "@evenshare/database";
import {
  makeShareTerms,
  ok,
  type ProposedTerms,
  type Result,
  refuse,
  shareProposedMessages,
  views,
} from "@evenshare/domain";
import type { z } from "zod";
import type { AuditRecord } from "../command/apply-record";
import { runCommand } from "../command/run-command";
import type { Scope } from "../scope";
import { partnershipsOf } from "../tenancy";
import type { Verb } from "../verb";
import { loadShares, shareHint, shareName, tellingOf } from "./load-share";
import { writeVersion } from "./write-version";

/**
 * A brand proposes to share revenue with producers it has partnerships with: the agreement and its first version come
 * into being, and every payee is asked. Nothing of it counts until all of them have accepted.
 *
 * Refused with `input.invalid` by field and reason where the terms are faulty, and `partnership.not_found`.
 */
export const proposeShare: Verb<
  z.input<typeof views.proposeShareInput>,
  z.infer<typeof views.proposedShare>
> = (deps, scope, input) =>
  runCommand(deps, scope, input, {
    name: "share.propose",
    permission: "share.propose",
    input: views.proposeShareInput,
    answer: views.proposedShare,
    async carryOut(tx, { title, payees, terms: proposed, settings }, now) {
      const { organizationId, userName } = scope;
      const parties = await findParties(tx, organizationId, proposed, payees);
      if (!parties.ok) return parties;
      const code = await nextCode(tx, organizationId);
      const terms = makeShareTerms(proposed, code);
      if (!terms.ok) return terms;
      const id = deps.newId();
      await tx.shareAgreement.createMany({
        data: { id, organizationId, code, title, createdAt: now, createdByName: userName },
      });
      await tx.shareParty.createMany({ data: parties.value.map((party) => ({ ...party, agreementId: id })) });
      const version = {
        agreementId: id,
        version: 1,
        terms: terms.value,
        settings,
        effectiveFrom: proposed.start,
      };
      await writeVersion(tx, scope, version, now);
      const share = (await loadShares(tx, organizationId, [id])).get(id);
      if (share === undefined) throw new Error(`agreement ${id} is not there`);
      return ok({
        answer: { id, code, version: 1 },
        audit: proposedRecords(share, version),
        messages: shareProposedMessages(tellingOf(share, version), userName, deps.newId),
        live: [shareHint(share)],
      });
    },
  });

/** One line in the trail of each payee's partnership. */
export function proposedRecords(
  share: Parameters<typeof shareName>[0] & {
    readonly id: string;
    readonly parties: readonly { readonly partnershipId: string | null; readonly name: string }[];
  },
  { version, effectiveFrom }: { readonly version: number; readonly effectiveFrom: string },
): AuditRecord[] {
  return share.parties.flatMap(({ partnershipId, name }) =>
    partnershipId === null
      ? []
      : [
          {
            action: "share.propose",
            subjectType: "share",
            subjectId: share.id,
            partnershipId,
            before: {},
            after: { agreement: shareName(share), version: String(version), effectiveFrom, payee: name },
            reason: null,
          },
        ],
  );
}

type Payees = readonly { readonly party: string; readonly partnershipId: string }[];

/** Who the parties of the terms are: the brand pays, each payee is the producer of a partnership of the brand. */
async function findParties(
  tx: TenantTransaction,
  organizationId: Scope["organizationId"],
  { parties }: ProposedTerms,
  payees: Payees,
) {
  const producers = await readProducers(tx, organizationId, payees);
  const invalid = (field: string, reason: string) =>
    refuse({ code: "input.invalid", field, details: { reason } });
  const seen = new Set<string>();
  for (const [index, { party, partnershipId }] of payees.entries()) {
    const producer = producers.get(partnershipId);
    if (producer === undefined)
      return refuse({ code: "partnership.not_found", field: `payees.${index}.partnershipId` });
    if (seen.has(producer))
      return invalid(`payees.${index}.partnershipId`, "leads to a producer that is named already");
    if (parties.find(({ id }) => id === party)?.role !== "payee")
      return invalid(`payees.${index}.party`, "is no payee of the terms");
    seen.add(producer);
  }
  const unknown = parties.findIndex(
    ({ id, role }) => role === "payee" && payees.filter(({ party }) => party === id).length !== 1,
  );
  if (unknown !== -1) return invalid(`terms.parties.${unknown}`, "is not reached in exactly one partnership");
  return ok(
    parties.map(({ id: key, role }, position) => {
      const partnershipId = payees.find(({ party }) => party === key)?.partnershipId ?? null;
      const producer =
        partnershipId === null ? organizationId : (producers.get(partnershipId) ?? organizationId);
      return { key, role, position, partnershipId, organizationId: producer };
    }),
  ) satisfies Result<unknown>;
}

/** The producer of each partnership, as far as the brand has them. */
async function readProducers(tx: TenantTransaction, organizationId: string, payees: Payees) {
  const partnerships = await tx.partnership.findMany({
    where: {
      ...partnershipsOf(organizationId),
      id: { in: payees.map(({ partnershipId }) => partnershipId) },
    },
    include: { parties: { where: { kind: "producer" } } },
  });
  return new Map(
    partnerships.flatMap(({ id, parties }) =>
      parties.map(({ organizationId: producer }) => [id, producer] as const),
    ),
  );
}

/** Counted one after the other, so that no code is left out or given twice. */
async function nextCode(tx: TenantTransaction, organizationId: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('share_agreement ' || ${organizationId}, 0))`;
  return `AGR-${(await tx.shareAgreement.count({ where: { organizationId } })) + 1}`;
}
