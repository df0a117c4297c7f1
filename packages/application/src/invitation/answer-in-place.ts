import type { TenantTransaction } from "@evenshare/database";
import {
  checkAnswer,
  type InvitationAnswer,
  type InvitationKind,
  type OrganizationKind,
  ok,
  type Result,
  refuse,
} from "@evenshare/domain";
import { applyRecord, type ChangeRecord, type RecordActor } from "../command/apply-record";
import type { Deps } from "../deps";
import { lockTeam } from "../team/load-team";
import { type FoundInvitation, portalOf } from "./find-invitation";

/** Who answers, and from where. The link is what lets them into the inviting organization's data, for this alone. */
export interface Invitee {
  readonly userId: string;
  readonly userName: string;
  readonly userEmail: string;
  readonly ip: string | null;
  readonly requestId: string;
}

/** How it is found, into what, in which portal, and for which organization of their own: null when they have none in it yet. */
interface Way {
  /** Before anything is locked, and once more after. */
  readonly find: () => Promise<Result<FoundInvitation>>;
  readonly kind: InvitationKind;
  readonly portal: OrganizationKind;
  readonly actingFor: string | null;
  readonly answer: InvitationAnswer;
}

/**
 * Accepts or declines an invitation in the scope of the organization that sent it: of two that answer at once one waits
 * and finds it answered. The same person again gets the same answer and does nothing twice.
 */
export async function answerInPlace<A>(
  deps: Deps,
  invitee: Invitee,
  { find, kind, portal, actingFor, answer: said }: Way,
  carryOut: (
    tx: TenantTransaction,
    invitation: FoundInvitation,
    now: Date,
  ) => Promise<
    Result<{ readonly answer: A; readonly partnershipId: string | null; readonly record: ChangeRecord }>
  >,
  repeat: (invitation: FoundInvitation) => Result<A>,
): Promise<Result<A>> {
  const now = deps.clock.now();
  const named = await find();
  if (!named.ok) return named;
  if (named.value.kind !== kind) return refuse({ code: "invitation.not_found", field: "token" });
  const { id, organization } = named.value;
  if (portal !== portalOf(named.value)) return refuse({ code: "invitation.other_portal" });
  return deps.database.inTenantOrRollBack(organization.id, async (tx): Promise<Result<A>> => {
    await lockTeam({ organizationId: organization.id })(tx);
    await tx.$queryRaw`select id from invitation where id = ${id}::uuid for update`;
    const found = await find();
    if (!found.ok) return found;
    const person = { userId: invitee.userId, email: invitee.userEmail };
    const allowed = checkAnswer(said, found.value, person, now);
    if (!allowed.ok) return allowed;
    if (allowed.value.repeated) return repeat(found.value);
    const outcome = await carryOut(tx, found.value, now);
    if (!outcome.ok) return outcome;
    const { answer, partnershipId, record } = outcome.value;
    await tx.invitation.update({
      where: { id, organizationId: organization.id },
      data: {
        status: said,
        settledAt: now,
        acceptedByUserId: said === "accepted" ? invitee.userId : null,
        partnershipId,
      },
    });
    await applyRecord(tx, actorOf(invitee, actingFor ?? organization.id), record, null, now);
    return ok(answer);
  });
}

function actorOf({ userId, userName, ip, requestId }: Invitee, organizationId: string): RecordActor {
  return { kind: "person", userId, name: userName, organizationId, ip, requestId };
}
