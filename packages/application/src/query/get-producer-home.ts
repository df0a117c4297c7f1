import { isAllowed, ok, refuse, sumByCurrency, type views } from "@evenshare/domain";
import { z } from "zod";
import type { Scope } from "../scope";
import { shareNeeds } from "../share/share-needs";
import type { Verb } from "../verb";
import { horizonMs, inOrder, readCalendar, readExpectedPayouts } from "./calendar";
import { readPayeeAccount } from "./get-payee-account";
import { latestAgreement } from "./load-partnerships";
import { type Need, needsOf } from "./needs-you";
import { readArriving, readFailedPayouts, readPaidSince } from "./producer-money";
import { type Home, heldOf, readHome } from "./read-home";
import { runQuery } from "./run-query";

const input = z.strictObject({});

/** The producer's first page: what is safe, what is on its way, what arrived within thirty days, and what needs them. */
export const getProducerHome: Verb<z.input<typeof input>, views.ProducerHomeView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx) {
      if (scope.kind !== "producer") return refuse({ code: "home.not_found" });
      const now = deps.clock.now();
      const home = await readHome(tx, scope);
      const account = await readPayeeAccount(tx, scope.organizationId);
      const expected = await readExpectedPayouts(tx, scope, now);
      return ok({
        safe: sumByCurrency(home.milestones.map(heldOf)),
        arriving: await readArriving(tx),
        paidIn30Days: await readPaidSince(tx, scope.organizationId, new Date(now.getTime() - horizonMs)),
        account,
        needsYou: [
          ...(await readFailedPayouts(tx, scope.organizationId)),
          ...onboardingNeed(scope, home, account),
          ...agreementNeeds(scope, home),
          ...(await shareNeeds(tx, scope)),
          ...needsOf(home.milestones, scope.organizationId),
        ],
        calendar: inOrder([...(await readCalendar(tx, scope, home.milestones, now)), ...expected]),
        partnerships: home.partnerships.map(({ row }) => row),
      });
    },
  });

/** Without an account that can be paid nothing arrives, so it comes first. It belongs to no one partnership: the oldest stands for it. */
function onboardingNeed(scope: Scope, home: Home, account: views.PayeeAccountView): Need[] {
  const oldest = home.partnerships.at(-1);
  if (oldest === undefined || account.payable || !isAllowed("account.onboard", scope.kind, scope.role))
    return [];
  return [partnershipNeed("onboard", oldest)];
}

function agreementNeeds(scope: Scope, home: Home): Need[] {
  if (!isAllowed("agreement.accept", scope.kind, scope.role)) return [];
  return home.partnerships
    .filter(({ row }) => row.agreementStatus === "proposed")
    .map((entry) => partnershipNeed("accept_agreement", entry));
}

function partnershipNeed(
  action: "onboard" | "accept_agreement",
  { row, partnership }: Home["partnerships"][number],
): Need {
  return {
    milestoneId: null,
    partnershipId: row.id,
    action,
    title: row.title,
    counterpartyName: row.counterparty.name,
    amount: null,
    currency: null,
    dueAt: null,
    timeZone: latestAgreement(partnership).terms.timeZone,
  };
}
