import { dayIn, nextBorderAfter, ok, refuse, views } from "@evenshare/domain";
import type { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { describeShare } from "./describe-share";
import { loadShares } from "./load-share";

/** One agreement with every version of its terms, as the reader may know them. Refused with `share.not_found`. */
export const getShare: Verb<z.input<typeof views.getShareInput>, views.ShareView> = (deps, scope, input) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.getShareInput,
    async read(tx, { id }) {
      const share = (await loadShares(tx, scope.organizationId, [id])).get(id);
      const latest = share?.versions.at(-1);
      if (share === undefined || latest === undefined) return refuse({ code: "share.not_found" });
      const now = deps.clock.now();
      const nextBorder = nextBorderAfter(
        share.versions,
        dayIn(latest.terms.timeZone, now),
        latest.terms.start,
      );
      return ok({ ...describeShare(share, scope, now), nextBorder });
    },
  });
