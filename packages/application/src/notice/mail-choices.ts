import type { TenantTransaction } from "@evenshare/database";
import { type Failure, isWorkGroup, ok, type Result, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { applyRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import { parseInput } from "../verb";
import { actAsPerson } from "./as-person";
import { auditChoices, changedChoices, readChoices, writeChoices } from "./choices";
import { type MailLink, readMailLink } from "./mail-link";

/** Where a request with a mail's link came from; nobody has signed in. */
export interface LinkRequest {
  readonly token: string;
  readonly ip: string | null;
  readonly requestId: string;
}

const invalid = { code: "mail_link.invalid", field: "token" } as const;
const members = z.array(z.object({ name: z.string(), email: z.string(), organization: z.string() }));

/**
 * Shows what the reader of a mail gets by mail, to whoever has the mail's link. Refused with `mail_link.invalid` when
 * the link was not made here or its person has left the organization.
 */
export async function readMailChoices(deps: Deps, token: string): Promise<Result<views.MailChoices>> {
  return withLink(deps, token, async (tx, link, member) =>
    ok({
      organizationName: member.organization,
      email: maskEmail(member.email),
      choices: await readChoices(tx, link),
    }),
  );
}

/**
 * Switches mails about work on or off by a mail's link. What it leaves is exactly what the person's settings show;
 * doing it twice is doing it once. Refused as {@link readMailChoices} is, and with `notice.mail_locked` when mail
 * about money would be switched off.
 */
export async function saveMailChoices(
  deps: Deps,
  request: LinkRequest,
  raw: z.input<typeof views.saveMailChoicesInput>,
): Promise<Result<views.MailChoices>> {
  const input = parseInput(views.saveMailChoicesInput, raw);
  if (!input.ok) return input;
  return chooseByLink(deps, request, ({ group }) => input.value.mail[group], "by the link in a mail");
}

/** Switches all mails about work off: what a mail reader's own "unsubscribe" asks for (RFC 8058). */
export function unsubscribe(deps: Deps, request: LinkRequest): Promise<Result<views.MailChoices>> {
  return chooseByLink(
    deps,
    request,
    ({ group }) => (isWorkGroup(group) ? false : undefined),
    "by unsubscribing in a mail reader",
  );
}

async function chooseByLink(
  deps: Deps,
  request: LinkRequest,
  wantedMail: (choice: views.NoticeChoice) => boolean | undefined,
  how: string,
): Promise<Result<views.MailChoices>> {
  const now = deps.clock.now();
  return withLink(deps, request.token, async (tx, link, member) => {
    const before = await readChoices(tx, link);
    const wanted = before.map((choice) => ({ ...choice, mail: wantedMail(choice) ?? choice.mail }));
    const locked = wanted.find(({ mail, mailLocked }) => mailLocked && !mail);
    if (locked !== undefined) {
      return refuse({ code: "notice.mail_locked", field: "mail", details: { group: locked.group } });
    }
    const changed = changedChoices(before, wanted);
    if (changed.length > 0) {
      await writeChoices(tx, link, changed, now);
      const { organizationId, userId } = link;
      const { ip, requestId } = request;
      const actor = { kind: "person", userId, name: member.name, organizationId, ip, requestId } as const;
      await applyRecord(tx, actor, { audit: [auditChoices(userId, before, changed, how)] }, null, now);
    }
    return ok({ organizationName: member.organization, email: maskEmail(member.email), choices: wanted });
  });
}

type LinkMember = z.infer<typeof members>[number];

async function withLink<T>(
  deps: Deps,
  token: string,
  use: (tx: TenantTransaction, link: MailLink, member: LinkMember) => Promise<Result<T>>,
): Promise<Result<T, Failure>> {
  const link = readMailLink(await deps.database.readMailLinkKey(), token);
  if (link === null) return refuse(invalid);
  return deps.database.inTenantOrRollBack(link.organizationId, async (tx): Promise<Result<T>> => {
    await actAsPerson(tx, link.userId);
    const [member] = members.parse(await tx.$queryRaw`select * from app.read_link_member()`);
    return member === undefined ? refuse(invalid) : use(tx, link, member);
  });
}

/** Enough to know one's own address by: "a…@example.com". */
function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
