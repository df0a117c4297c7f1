import { ok, type views } from "@evenshare/domain";
import { z } from "zod";
import type { SenderDeps } from "../deps";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";
import { describeMailDomain, readMailDomain } from "./stored-mail-domain";

const input = z.strictObject({});

/** The organization's mail domain with the records it wants, or none. */
export const getMailDomain: Verb<z.input<typeof input>, views.MailDomainView, SenderDeps> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "mail_domain.manage",
    input,
    async read(tx) {
      const row = await readMailDomain(tx, scope.organizationId);
      return ok({ mailDomain: row && describeMailDomain(row, deps.senderSettings.spf) });
    },
  });
