import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { loadInvitationRows } from "./invitation-rows";

const input = z.strictObject({});

/** The producers that the reader's brand has asked into a partnership, newest first. */
export const listPartnerInvitations: Verb<z.input<typeof input>, views.InvitationRow[]> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "partnership.read",
    input,
    read: async (tx) => ok(await loadInvitationRows(tx, scope, "partner", deps.clock.now())),
  });
