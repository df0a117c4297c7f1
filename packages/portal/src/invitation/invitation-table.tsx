import type { views } from "@evenshare/domain";
import {
  Button,
  type Column,
  DataTable,
  DateTime,
  StatusBadge,
  type StatusTone,
  TextLink,
  useFormatting,
  useToast,
} from "@evenshare/ui";
import { type Command, useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { dayWords } from "../partnership/day-words";
import { roleWords } from "../settings/role-words";

type InvitationRow = views.InvitationRow;
type Send = (input: { commandKey: string; id: string }) => Promise<unknown>;

const stateWords: Record<InvitationRow["state"], { word: string; tone: StatusTone }> = {
  pending: { word: "Waiting for an answer", tone: "waiting" },
  accepted: { word: "Accepted", tone: "released" },
  declined: { word: "Declined", tone: "risk" },
  revoked: { word: "Taken back", tone: "neutral" },
  expired: { word: "Run out", tone: "neutral" },
};

export interface InvitationTableProps {
  rows: readonly InvitationRow[];
  canManage: boolean;
  resend: Send;
  revoke: Send;
}

/** Who was asked in, where each invitation stands, and what can still be done about it. */
export function InvitationTable({ rows, canManage, resend, revoke }: InvitationTableProps) {
  const sending = useCommand(resend);
  const revoking = useCommand(revoke);
  const { notify } = useToast();
  const { locale } = useFormatting();
  const act = async (
    command: Command<{ commandKey: string; id: string }, unknown>,
    row: InvitationRow,
    said: string,
  ) => {
    const done = await command.run((commandKey) => ({ commandKey, id: row.id }));
    if (done !== undefined) notify({ tone: "done", title: said });
  };
  const columns: readonly Column<InvitationRow>[] = [
    {
      id: "email",
      header: "Invited",
      cell: (row) => (
        <span>
          <span className="break-all">{row.email}</span>
          <span className="block text-small font-normal text-muted">{into(row, locale)}</span>
        </span>
      ),
    },
    {
      id: "state",
      header: "State",
      cell: ({ state, partnershipId }) => (
        <span className="flex flex-wrap items-center gap-x-3">
          <StatusBadge tone={stateWords[state].tone} variant="plain">
            {stateWords[state].word}
          </StatusBadge>
          {partnershipId !== null && <TextLink href={`/partnerships/${partnershipId}`}>Open</TextLink>}
        </span>
      ),
    },
    {
      id: "until",
      header: "Sent, and open until",
      cell: ({ sentAt, expiresAt, state }) => (
        <span>
          <DateTime at={sentAt} show="day" />
          {state === "pending" && (
            <span className="block text-small text-muted">
              until <DateTime at={expiresAt} show="day" />
            </span>
          )}
        </span>
      ),
    },
    { id: "by", header: "By", cell: ({ invitedBy }) => invitedBy },
    {
      id: "actions",
      header: "Actions",
      align: "end",
      onPhone: "plain",
      cell: (row) =>
        canManage && (row.state === "pending" || row.state === "expired") ? (
          <span className="flex flex-wrap gap-2 sm:justify-end">
            <Button
              size="small"
              onClick={() =>
                void act(sending, row, `A new link is on its way to ${row.email}; the earlier one is dead.`)
              }
            >
              Send again<span className="sr-only"> to {row.email}</span>
            </Button>
            <Button
              size="small"
              onClick={() => void act(revoking, row, `The invitation of ${row.email} is taken back.`)}
            >
              Take back<span className="sr-only"> the invitation of {row.email}</span>
            </Button>
          </span>
        ) : undefined,
    },
  ];
  return (
    <>
      <FailureNotice failure={sending.failure ?? revoking.failure} />
      <DataTable caption="Invitations" captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
    </>
  );
}

function into({ role, title, startsOn }: InvitationRow, locale: string): string {
  if (role !== null) return `as ${roleWords[role].name.toLowerCase()}`;
  return `${title ?? ""}${startsOn === null ? "" : `, earning from ${dayWords(startsOn, locale)}`}`;
}
