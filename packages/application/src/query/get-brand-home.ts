import { follow, ok, refuse, sumByCurrency, type views } from "@evenshare/domain";
import { z } from "zod";
import { readWaitingForReader } from "../approval/waiting-for-reader";
import type { Verb } from "../verb";
import { horizonMs, readCalendar } from "./calendar";
import type { LoadedMilestone } from "./load-milestones";
import { needsOf } from "./needs-you";
import { heldOf, readHome } from "./read-home";
import { runQuery } from "./run-query";

const input = z.strictObject({});

/** The brand's first page: what to approve and fund, what is held, and what goes out by itself within thirty days. */
export const getBrandHome: Verb<z.input<typeof input>, views.BrandHomeView> = (deps, scope, raw) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    async read(tx) {
      if (scope.kind !== "brand") return refuse({ code: "home.not_found" });
      const now = deps.clock.now();
      const { milestones, partnerships } = await readHome(tx, scope);
      const waiting = await readWaitingForReader(tx, scope);
      const soon = milestones.filter((milestone) => releasesBefore(milestone, now.getTime() + horizonMs));
      return ok({
        toApprove: milestones.filter(isToReview).length,
        approvals: waiting.count,
        toFund: milestones.filter(isToFund).length,
        held: sumByCurrency(milestones.map(heldOf)),
        releasingIn30Days: sumByCurrency(soon.map(heldOf)),
        needsYou: [...waiting.ofTheRule, ...needsOf(milestones, scope.organizationId)],
        calendar: await readCalendar(tx, scope, milestones, now),
        partnerships: partnerships.map(({ row }) => row),
      });
    },
  });

/** What waits for a second person is counted there. */
function isToReview({ state, waiting }: LoadedMilestone): boolean {
  return state === "submitted" && waiting === null;
}

function isToFund({ state, money }: LoadedMilestone): boolean {
  return money.toFund > 0n && follow(state, "fund_part").ok;
}

function releasesBefore({ reviewEndsAt }: LoadedMilestone, end: number): boolean {
  return reviewEndsAt !== null && reviewEndsAt.getTime() < end;
}
