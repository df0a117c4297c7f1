import type { views } from "@evenshare/domain";
import {
  Banner,
  Button,
  ConfirmDialog,
  DateTime,
  DescriptionList,
  StatusBadge,
  useToast,
} from "@evenshare/ui";
import { RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";

type MailDomain = views.MailDomain;

const looks = {
  pending: { tone: "waiting", word: "Waits for its records" },
  verified: { tone: "released", word: "Verified" },
  lost: { tone: "risk", word: "Lost: mails come from Evenshare" },
} as const;

/** How the domain stands, and what can be done about it. */
export function MailDomainStatus({ mailDomain }: { mailDomain: MailDomain }) {
  const { id, domain, status, address, checkedAt, verifiedAt, lostAt } = mailDomain;
  const client = useTRPCClient();
  const { notify } = useToast();
  const [removing, setRemoving] = useState(false);
  const { run, pending, failure } = useCommand(client.mailDomain.check.mutate);
  const check = async () => {
    const done = await run((commandKey) => ({ commandKey, id }));
    if (done === undefined) return;
    notify(
      done.status === "verified"
        ? { tone: "done", title: `Mails come from ${address} from now on.` }
        : { tone: "problem", title: "Not verified: a record is missing or differs." },
    );
  };
  return (
    <div className="flex flex-col gap-5">
      {status === "lost" && (
        <Banner tone="risk" title={`Mails no longer come from ${domain}`}>
          A record is gone or was changed. Put the records back as they stand below, then check again.
        </Banner>
      )}
      <DescriptionList
        items={[
          { term: "Domain", value: <span className="break-all">{domain}</span> },
          {
            term: "State",
            value: <StatusBadge tone={looks[status].tone}>{looks[status].word}</StatusBadge>,
          },
          {
            term: status === "verified" ? "Mails come from" : "Mails will come from",
            value: <span className="break-all">{address}</span>,
          },
          {
            term: "Last checked",
            value: checkedAt === null ? "Not yet" : <DateTime at={checkedAt} />,
          },
          ...(status === "verified" && verifiedAt !== null
            ? [{ term: "Verified since", value: <DateTime at={verifiedAt} /> }]
            : []),
          ...(lostAt === null ? [] : [{ term: "Lost", value: <DateTime at={lostAt} /> }]),
        ]}
      />
      <FailureNotice failure={failure} />
      <div className="flex flex-wrap gap-3">
        <Button
          icon={RefreshCw}
          variant={status === "verified" ? "secondary" : "primary"}
          pending={pending}
          onClick={() => void check()}
        >
          Check now
        </Button>
        <Button icon={Trash2} onClick={() => setRemoving(true)}>
          Remove
        </Button>
      </div>
      {removing && <RemoveMailDomain mailDomain={mailDomain} onClose={() => setRemoving(false)} />}
    </div>
  );
}

function RemoveMailDomain({ mailDomain, onClose }: { mailDomain: MailDomain; onClose: () => void }) {
  const client = useTRPCClient();
  const { run, pending, failure } = useCommand(client.mailDomain.remove.mutate);
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id: mailDomain.id }));
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Remove ${mailDomain.domain}?`}
      confirmLabel="Remove"
      tone="danger"
      onConfirm={() => void confirm()}
      pending={pending}
      error={failure && <FailureNotice failure={failure} />}
    >
      Mails come from Evenshare's address from then on, and the key that signs them is deleted. To use the
      domain again you set a new record.
    </ConfirmDialog>
  );
}
