import type { views } from "@evenshare/domain";
import {
  FailureNotice,
  Loaded,
  useCommand,
  useDocumentTitle,
  useLeaving,
  useTRPC,
  useTRPCClient,
} from "@evenshare/portal";
import {
  Banner,
  Button,
  DescriptionList,
  PageHeader,
  PageHeaderSkeleton,
  Section,
  StatusBadge,
  TextSkeleton,
  useFormatting,
} from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { accountWords, requirementWords } from "./account-words";

/** The producer's account with the payment provider: its state, what is missing, and the way to the provider's page. */
export function PayoutAccountScreen() {
  const trpc = useTRPC();
  const query = useQuery(trpc.account.get.queryOptions());
  useDocumentTitle("Payout account");
  return (
    <Loaded
      page
      query={query}
      what="Your payout account"
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading your payout account" />
          <TextSkeleton label="Loading" lines={6} />
        </>
      }
    >
      {(account) => <PayoutAccount account={account} />}
    </Loaded>
  );
}

function PayoutAccount({ account }: { account: views.PayeeAccountView }) {
  const client = useTRPCClient();
  const [leaving, leaveFor] = useLeaving();
  const { run, pending, failure } = useCommand(client.account.onboard.mutate);
  const { word, tone, body, button } = accountWords(account.status);
  const missing = requirementWords(account.requirements);
  const go = async () => {
    const done = await run((commandKey) => ({ commandKey }));
    if (done !== undefined) leaveFor(done.url);
  };
  return (
    <>
      <PageHeader
        title="Payout account"
        status={<StatusBadge tone={tone}>{word}</StatusBadge>}
        subtitle={body}
        action={
          <Button
            variant={account.payable && missing.length === 0 ? "secondary" : "primary"}
            pending={pending || leaving}
            onClick={() => void go()}
          >
            {button}
          </Button>
        }
      />
      <div className="mb-7 flex flex-col gap-4 empty:hidden">
        <FailureNotice failure={failure} />
        <OnboardingReturn account={account} />
      </div>
      {missing.length > 0 && (
        <Section title="Still needed" description="You enter it on the payment provider's own page.">
          <ul className="divide-y border-y">
            {missing.map((requirement) => (
              <li key={requirement} className="py-2.5">
                {requirement}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {account.status !== "none" && (
        <Section title="Details">
          <AccountDetails account={account} />
        </Section>
      )}
    </>
  );
}

function AccountDetails({ account }: { account: views.PayeeAccountView }) {
  const { locale } = useFormatting();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return (
    <DescriptionList
      items={[
        { term: "Can be paid", value: account.payable ? "yes" : "not yet" },
        { term: "Bank account", value: account.bank ?? "none yet" },
        {
          term: "Country",
          value: account.country === null ? "not known yet" : (names.of(account.country) ?? account.country),
        },
      ]}
    />
  );
}

/** After coming back from the provider's page. What is shown is what the provider has said, never what the address says. */
function OnboardingReturn({ account }: { account: views.PayeeAccountView }) {
  const [search] = useSearchParams();
  if (search.has("refresh")) {
    return (
      <Banner title="That link was used before, or is too old">
        Press the button above for a fresh one; what you entered is kept by the payment provider.
      </Banner>
    );
  }
  if (!search.has("return")) return null;
  if (account.payable) {
    return <Banner title="You can be paid">The payment provider has confirmed your account.</Banner>;
  }
  return (
    <Banner title="The payment provider is checking what you entered">
      This page changes by itself when it is done. If you left its page before the end, press the button above
      to go on where you stopped.
    </Banner>
  );
}
