import type { views } from "@evenshare/domain";
import { Button, ConfirmDialog, useToast } from "@evenshare/ui";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";

/** Takes an import back as a whole, after saying what that does to files that came later. */
export function TakeBack({ imported }: { imported: views.RevenueImportView }) {
  const client = useTRPCClient();
  const { notify } = useToast();
  const [asked, setAsked] = useState(false);
  const { run, pending, failure } = useCommand(client.revenue.revertImport.mutate);
  const takeBack = async () => {
    const done = await run((commandKey) => ({ commandKey, id: imported.id }));
    if (done === undefined) return;
    setAsked(false);
    notify({ tone: "done", title: "The import is taken back", detail: "None of its rows counts any more." });
  };
  return (
    <>
      <Button icon={Undo2} onClick={() => setAsked(true)}>
        Take back
      </Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={
          <>
            Take back <bdi className="wrap-anywhere">{imported.fileName}</bdi>?
          </>
        }
        confirmLabel="Take back the import"
        tone="danger"
        pending={pending}
        onConfirm={() => void takeBack()}
      >
        <TakeBackMeaning />
        <FailureNotice failure={failure} />
      </ConfirmDialog>
    </>
  );
}

/** What taking back does, in plain words. */
function TakeBackMeaning() {
  return (
    <ul className="mb-3 ml-5 list-disc">
      <li>None of the rows that this file brought counts any more.</li>
      <li>Rows that a later file repeated go as well: import that file again, and they count again.</li>
      <li>The file itself can be imported again whenever you like, mended or as it is.</li>
    </ul>
  );
}
