import type { views } from "@evenshare/domain";
import { Button, ConfirmDialog, DateTime, Section, StatusBadge } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { agreementWords } from "./agreement-words";
import { usePartnership } from "./partnership-screen";
import { TermsList } from "./terms-list";

/** What was agreed, or is proposed, in words; accepted here. */
export function AgreementTab() {
  const partnership = usePartnership();
  const { agreement } = partnership;
  const { word, tone } = agreementWords(agreement.status);
  return (
    <Section
      title={`Agreement, version ${agreement.version}`}
      action={<StatusBadge tone={tone}>{word}</StatusBadge>}
      description={<Signatures agreement={agreement} />}
    >
      <TermsList terms={agreement.terms} startsOn={agreement.startsOn} />
      {partnership.canAccept && (
        <div className="mt-6">
          <AcceptAgreement partnership={partnership} />
        </div>
      )}
    </Section>
  );
}

function Signatures({ agreement }: { agreement: views.PartnershipView["agreement"] }) {
  const zone = agreement.terms.timeZone;
  return (
    <>
      Proposed by {agreement.proposedBy}, <DateTime at={agreement.proposedAt} timeZone={zone} />.{" "}
      {agreement.acceptedAt === null ? (
        "Not accepted yet."
      ) : (
        <>
          Accepted by {agreement.acceptedBy}, <DateTime at={agreement.acceptedAt} timeZone={zone} />.
        </>
      )}
    </>
  );
}

function AcceptAgreement({ partnership }: { partnership: views.PartnershipView }) {
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const { run, pending, failure } = useCommand(client.partnerships.acceptAgreement.mutate);
  const accept = async () => {
    const { version } = partnership.agreement;
    const done = await run((commandKey) => ({ commandKey, partnershipId: partnership.id, version }));
    if (done !== undefined) setOpen(false);
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Accept these terms
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Accept the terms of ${partnership.counterparty.name}?`}
        confirmLabel={`Accept version ${partnership.agreement.version}`}
        onConfirm={() => void accept()}
        pending={pending}
        error={failure && <FailureNotice failure={failure} />}
      >
        They hold for every milestone of this partnership from now on. Accepting moves no money; each
        milestone is agreed and funded on its own.
      </ConfirmDialog>
    </>
  );
}
