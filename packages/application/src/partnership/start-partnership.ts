import type { TenantTransaction } from "@evenshare/database";
import { dayIn, type MilestoneTerms, ok, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Scope } from "../scope";
import type { Verb } from "../verb";
import { describeStart, proposeFirstVersion } from "./first-version";
import { platformFeeOn } from "./platform-fee";

const answer = z.object({ id: z.uuid() });
const producers = z.array(z.object({ id: z.uuid(), name: z.string() }));

/**
 * A brand starts a partnership with a producer that has an account, found by a member's e-mail address, and proposes
 * the first version of the agreement. The platform's fee is the server's to say.
 *
 * Refused with `partnership.producer_not_found` when no producer is known by that address, and with
 * `partnership.own_email` when it is the brand person's own.
 */
export const startPartnership: Verb<z.input<typeof views.startPartnershipInput>, z.infer<typeof answer>> = (
  deps,
  scope,
  input,
) =>
  runCommand(deps, scope, input, {
    name: "partnership.start",
    permission: "partnership.create",
    input: views.startPartnershipInput,
    answer,
    async carryOut(tx, { producerEmail, title, terms: chosen, startsOn: wanted }, now) {
      const found = await findProducer(tx, scope, producerEmail);
      if (!found.ok) return found;
      const producer = found.value;
      const id = deps.newId();
      await tx.$executeRaw`select app.start_partnership(
        ${id}::uuid, ${producer.id}::uuid, ${title}, ${now.toISOString()}::timestamptz)`;
      const terms: MilestoneTerms = { ...chosen, feeBp: await platformFeeOn(tx, now, deps.settings) };
      const startsOn = wanted ?? dayIn(terms.timeZone, now);
      const proposer = { userId: scope.userId, name: scope.userName };
      await proposeFirstVersion(tx, id, { terms, startsOn, proposer }, now);
      const brand = await tx.organization.findUniqueOrThrow({ where: { id: scope.organizationId } });
      return ok({
        answer: { id },
        audit: [
          {
            action: "partnership.start",
            subjectType: "partnership",
            subjectId: id,
            partnershipId: id,
            before: {},
            after: describeStart({ title, producer: producer.name, startsOn, terms }),
            reason: null,
          },
        ],
        messages: [
          {
            id: deps.newId(),
            template: "partnership.started",
            toOrganizationId: producer.id,
            toRoles: ["owner", "approver"],
            data: {
              partnershipId: id,
              partnershipTitle: title,
              brandName: brand.name,
              producerName: producer.name,
            },
          },
        ],
        live: [{ organizations: [brand.id, producer.id], topic: "partnership", id }],
      });
    },
  });

async function findProducer(
  tx: TenantTransaction,
  { userEmail }: Scope,
  email: string,
): Promise<Result<{ id: string; name: string }>> {
  if (email.toLowerCase() === userEmail.toLowerCase()) {
    return refuse({ code: "partnership.own_email", field: "producerEmail" });
  }
  const rows = await tx.$queryRaw`select id, name from app.find_producer_by_email(${email})`;
  const [producer] = producers.parse(rows);
  return producer === undefined
    ? refuse({ code: "partnership.producer_not_found", field: "producerEmail" })
    : ok(producer);
}
