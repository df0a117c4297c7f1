import { dayIn, views } from "@evenshare/domain";
import { useCommand, useDocumentTitle, useFormCheck, useNow, useTRPCClient } from "@evenshare/portal";
import { Breadcrumbs, PageHeader, useFormatting, useToast } from "@evenshare/ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import { enteredShare } from "./entered-share";
import { labelsOf } from "./form-wiring";
import { startShare } from "./share-draft";
import { ShareForm } from "./share-form";

/** The brand proposes to share revenue with one producer or several. */
export function ProposeShareScreen() {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { timeZone, locale } = useFormatting();
  const { notify } = useToast();
  const now = useNow();
  const [draft, setDraft] = useState(() => startShare(timeZone, dayIn(timeZone, now)));
  const { run, pending, failure } = useCommand(client.shares.propose.mutate);
  const form = useFormCheck({ schema: views.proposeShareForm, labels: labelsOf(draft), failure });
  useDocumentTitle("Propose a revenue share");

  const submit = async () => {
    const entered = form.check(enteredShare(draft, locale));
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, ...entered }));
    if (done === undefined) return;
    notify({
      tone: "done",
      title: "The revenue share is proposed",
      detail: "The producers are told by mail.",
    });
    await navigate(`/shares/${done.id}`, { replace: true });
  };

  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: "Revenue shares", href: "/shares" }, { label: "Propose" }]} />}
        title="Propose a revenue share"
        subtitle="You propose, every producer accepts or declines. Nothing counts and no money moves before all have accepted."
      />
      <ShareForm
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        form={form}
        submitLabel="Propose it"
        cancelHref="/shares"
        pending={pending}
        failure={failure}
        onSubmit={() => void submit()}
      />
    </>
  );
}
