import type { views } from "@evenshare/domain";
import { Banner, useFormatting, useToast } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { DraftSums } from "./draft-sums";
import { counted, periodTitle } from "./statement-words";

interface IssueDialogProps {
  open: views.OpenPeriodView;
  onClose: () => void;
}

/** Issues the statements of a period, after saying what each payee is told and that it cannot be taken back. */
export function IssueDialog({ open, onClose }: IssueDialogProps) {
  const client = useTRPCClient();
  const { locale } = useFormatting();
  const { notify } = useToast();
  // The period that was asked about. Somebody else may issue it meanwhile, and then another one is open.
  const [period] = useState(open.period);
  const { run, pending, failure } = useCommand(client.statements.issue.mutate);
  const moved = open.period !== period;
  const count = counted(open.drafts.length, "statement");
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, agreementId: open.agreementId, period }));
    if (done === undefined) return;
    notify({
      tone: "done",
      title: `${counted(done.numbers.length, "statement")} issued`,
      detail: done.numbers.join(", "),
    });
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Issue the statements of ${periodTitle(period, locale)}?`}
      confirmLabel={`Issue ${count}`}
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={moved}
      failure={failure}
    >
      {moved ? (
        failure === null && (
          <Banner title="This period has been issued meanwhile">
            Close this window: its statements are listed on the page.
          </Banner>
        )
      ) : (
        <>
          <p className="text-dense">
            Each payee gets a numbered statement and a mail about it, also when nothing is due. It cannot be
            changed or taken back: what comes late is part of the next one.
          </p>
          <DraftSums drafts={open.drafts} caption="What each payee is told" />
        </>
      )}
    </CommandDialog>
  );
}
