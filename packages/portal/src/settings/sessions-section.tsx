import type { views } from "@evenshare/domain";
import { Button, DataTable, DateTime, Section, StatusBadge } from "@evenshare/ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { useAnnounceSession } from "../live/live-updates";
import { deviceWords } from "./device-words";

type OwnSession = views.SecurityView["sessions"][number];

const portalWords = { brand: "Brand portal", producer: "Producer portal" } as const;

/** Where the person is signed in, in both portals, and the ways to end that. */
export function SessionsSection({ sessions }: { sessions: readonly OwnSession[] }) {
  const client = useTRPCClient();
  const [asking, setAsking] = useState(false);
  const end = useCommand(client.security.endSession.mutate);
  return (
    <Section
      title="Where you are signed in"
      description="A session ends by itself after 30 minutes without use, and after 12 hours."
      action={<Button onClick={() => setAsking(true)}>Sign out everywhere</Button>}
    >
      <FailureNotice failure={end.failure} />
      <DataTable
        caption="Your sessions"
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "device",
            header: "Device",
            cell: ({ userAgent, isCurrent }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {deviceWords(userAgent)}
                {isCurrent && <StatusBadge tone="active">This one</StatusBadge>}
              </span>
            ),
          },
          { id: "portal", header: "Portal", cell: ({ portal }) => portalWords[portal] },
          { id: "address", header: "IP address", cell: ({ ip }) => ip ?? "Not known" },
          { id: "used", header: "Last used", cell: ({ lastUsedAt }) => <DateTime at={lastUsedAt} /> },
          {
            id: "end",
            header: "Action",
            align: "end",
            onPhone: "plain",
            cell: ({ id, isCurrent, userAgent, portal }) =>
              isCurrent ? null : (
                <Button
                  size="small"
                  pending={end.pending}
                  aria-label={`End the session: ${deviceWords(userAgent)}, ${portalWords[portal]}`}
                  onClick={() => void end.run((commandKey) => ({ commandKey, sessionId: id }))}
                >
                  End
                </Button>
              ),
          },
        ]}
      />
      {asking && <SignOutEverywhereDialog onClose={() => setAsking(false)} />}
    </Section>
  );
}

function SignOutEverywhereDialog({ onClose }: { onClose: () => void }) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const announce = useAnnounceSession();
  const { run, pending, failure } = useCommand(async (_: { commandKey: string }) => {
    await client.security.signOutEverywhere.mutate();
    return true;
  });
  const confirm = async () => {
    if ((await run((commandKey) => ({ commandKey }))) === undefined) return;
    await navigate("/sign-in");
    announce(null);
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Sign out everywhere?"
      confirmLabel="Sign out everywhere"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
      tone="danger"
    >
      <p className="text-dense">
        Every session ends at once, in both portals and on every device, this one too. What is not sent there
        is lost.
      </p>
    </CommandDialog>
  );
}
