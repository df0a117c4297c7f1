import {
  activatedOf,
  dayIn,
  isAllowed,
  lastDayOf,
  shareStateOf,
  termsFor,
  type views,
  wasActivated,
} from "@evenshare/domain";
import type { Scope } from "../scope";
import type { LoadedShare, LoadedShareParty, LoadedShareVersion } from "./load-share";

type Reader = Pick<Scope, "organizationId" | "kind" | "role">;

/** An agreement as a list shows it to one of its parties. */
export function describeShareRow(share: LoadedShare, reader: Pick<Reader, "organizationId">): views.ShareRow {
  const { id, code, title, createdAt, parties, versions } = share;
  const open = openOf(share);
  const shown = activatedOf(versions).at(-1) ?? versions.at(-1);
  if (shown === undefined) throw new Error(`agreement ${id} has no version`);
  const waitsFor = open === undefined ? [] : waitingIn(parties, open);
  return {
    id,
    code,
    title,
    createdAt,
    state: shareStateOf(versions),
    parties: parties.map(({ key, role, organizationId, name }) => ({ key, role, organizationId, name })),
    currency: shown.terms.currency,
    effectiveFrom: shown.effectiveFrom,
    waitsFor,
    waitsForYou: waitsFor.includes(ownParty(share, reader).key),
  };
}

/** An agreement as its page shows it to one of its parties: without what is another payee's alone. */
export function describeShare(
  share: LoadedShare,
  reader: Reader,
  now: Date,
): Omit<views.ShareView, "nextBorder"> {
  const you = ownParty(share, reader);
  return {
    ...describeShareRow(share, reader),
    you: you.key,
    versions: share.versions.map((version) => describeVersion(version, share, you, now)).reverse(),
    actions: actionsOf(share, reader, you),
  };
}

function describeVersion(
  version: LoadedShareVersion,
  share: LoadedShare,
  you: LoadedShareParty,
  now: Date,
): views.ShareVersionView {
  const { terms, effectiveFrom } = version;
  const effectiveUntil = lastDayOf(version, share.versions) ?? terms.end;
  return {
    version: version.version,
    status: version.status,
    standing: standingOf(version, effectiveUntil, dayIn(terms.timeZone, now)),
    terms: termsFor(terms, you),
    settings: version.settings,
    effectiveFrom,
    effectiveUntil,
    proposedAt: version.proposedAt,
    proposedBy: version.proposedByName,
    activatedAt: version.activatedAt,
    answers: inOrder(version.answers, share.parties).map(({ party, answer, reason, at, byName }) => ({
      party,
      answer,
      // Why a payee said no is between that payee and the brand.
      reason: you.role === "payer" || party === you.key ? reason : null,
      at,
      by: byName,
    })),
  };
}

/** Answers in the order of the parties, whose instants may be the same. */
function inOrder(answers: LoadedShareVersion["answers"], parties: LoadedShare["parties"]) {
  return parties.flatMap(({ key }) => answers.filter(({ party }) => party === key));
}

function standingOf(
  version: LoadedShareVersion,
  effectiveUntil: string | null,
  today: string,
): views.ShareVersionView["standing"] {
  if (version.status === "proposed") return "proposed";
  if (!wasActivated(version)) return "never";
  if (today < version.effectiveFrom) return "coming";
  return effectiveUntil !== null && today > effectiveUntil ? "past" : "in_force";
}

function actionsOf(
  share: LoadedShare,
  { kind, role }: Reader,
  you: LoadedShareParty,
): views.ShareView["actions"] {
  const open = openOf(share);
  const asked = open !== undefined && waitingIn(share.parties, open).includes(you.key);
  const may = (action: "accept" | "decline" | "withdraw" | "propose") =>
    isAllowed(`share.${action}`, kind, role);
  return [
    ...(asked && may("accept") ? (["accept"] as const) : []),
    ...(asked && may("decline") ? (["decline"] as const) : []),
    ...(open !== undefined && you.role === "payer" && may("withdraw") ? (["withdraw"] as const) : []),
    ...(open === undefined && you.role === "payer" && may("propose") ? (["propose"] as const) : []),
  ];
}

function ownParty(
  { id, parties }: LoadedShare,
  { organizationId }: Pick<Reader, "organizationId">,
): LoadedShareParty {
  const own = parties.find((party) => party.organizationId === organizationId);
  if (own === undefined) throw new Error(`agreement ${id} is not the reader's`);
  return own;
}

function openOf({ versions }: LoadedShare): LoadedShareVersion | undefined {
  return versions.find(({ status }) => status === "proposed");
}

function waitingIn(parties: LoadedShare["parties"], { answers }: LoadedShareVersion): string[] {
  return parties.map(({ key }) => key).filter((key) => !answers.some(({ party }) => party === key));
}
