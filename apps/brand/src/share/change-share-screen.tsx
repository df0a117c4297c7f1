import { views } from "@evenshare/domain";
import {
  Loaded,
  useCommand,
  useDocumentTitle,
  useFormCheck,
  useTRPC,
  useTRPCClient,
} from "@evenshare/portal";
import { Breadcrumbs, PageHeader, PageHeaderSkeleton, useFormatting, useToast } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { draftOfVersion } from "./draft-of-version";
import { enteredVersion } from "./entered-share";
import { labelsOf } from "./form-wiring";
import { ShareForm } from "./share-form";

/** The brand proposes other terms between the same parties. */
export function ChangeShareScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(trpc.shares.get.queryOptions({ id }));
  return (
    <Loaded
      query={query}
      what="The revenue share"
      page
      skeleton={<PageHeaderSkeleton label="Loading the revenue share" />}
    >
      {(share) => <ChangeShare key={share.id} share={share} />}
    </Loaded>
  );
}

function ChangeShare({ share }: { share: views.ShareView }) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { locale } = useFormatting();
  const { notify } = useToast();
  const [draft, setDraft] = useState(() => draftOfVersion(share, locale));
  const { run, pending, failure } = useCommand(client.shares.proposeVersion.mutate);
  const form = useFormCheck({ schema: views.proposeShareVersionForm, labels: labelsOf(draft), failure });
  const href = `/shares/${share.id}`;
  useDocumentTitle(`Other terms, ${share.title}`);

  const submit = async () => {
    const entered = form.check(enteredVersion(draft, locale));
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, id: share.id, ...entered }));
    if (done === undefined) return;
    notify({
      tone: "done",
      title: `Version ${done.version} is proposed`,
      detail: "The producers are told by mail.",
    });
    await navigate(href, { replace: true });
  };

  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Revenue shares", href: "/shares" },
              { label: share.title, href },
              { label: "Other terms" },
            ]}
          />
        }
        title="Propose other terms"
        subtitle="What is in force stays so until all have accepted and the day has come. Periods that have begun never change."
      />
      <ShareForm
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        form={form}
        submitLabel="Propose this version"
        cancelHref={href}
        pending={pending}
        failure={failure}
        onSubmit={() => void submit()}
      />
    </>
  );
}
