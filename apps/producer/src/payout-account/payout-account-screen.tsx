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
import { ExternalLink } from "lucide-react";
import { useSearchParams } from "react-router";
import { accountWords, requirementWords } from "./account-words";
import { Requirements } from "./requirements";

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
  const onboarding = useProviderPage(client.account.onboard.mutate);
  const dashboard = useProviderPage(client.account.openDashboard.mutate);
  const { word, tone, body, button } = accountWords(account.status);
  const asked = requirementWords(account.requirements);
  const nothingAsked = asked.every(({ urgency }) => urgency === "later" || urgency === "checking");
  return (
    <>
      <PageHeader
        title="Payout account"
        status={<StatusBadge tone={tone}>{word}</StatusBadge>}
        subtitle={body}
        action={
          <>
            <Button
              variant={account.payable && nothingAsked ? "secondary" : "primary"}
              pending={onboarding.pending}
              onClick={onboarding.open}
            >
              {button}
            </Button>
            {account.hasDashboard && (
              <Button icon={ExternalLink} pending={dashboard.pending} onClick={dashboard.open}>
                Stripe dashboard
              </Button>
            )}
          </>
        }
      />
      <div className="mb-7 flex flex-col gap-4 empty:hidden">
        <FailureNotice failure={onboarding.failure ?? dashboard.failure} />
        <OnboardingReturn account={account} />
        {account.status === "restricted" && asked.length === 0 && (
          <Banner tone="risk" title="The payment provider has not said what is missing">
            Its dashboard shows the state of your account. Nothing that is held for you is lost meanwhile.
          </Banner>
        )}
      </div>
      {asked.length > 0 && (
        <Requirements
          asked={asked}
          begun={account.status !== "onboarding"}
          dueAt={account.dueAt}
          onProvide={onboarding.open}
          pending={onboarding.pending}
        />
      )}
      {account.status !== "none" && (
        <Section title="Details">
          <AccountDetails account={account} />
        </Section>
      )}
    </>
  );
}

/** A page of the payment provider's: each visit needs a fresh address, which the server fetches. */
function useProviderPage(fetchAddress: (input: { commandKey: string }) => Promise<{ url: string }>) {
  const [leaving, leaveFor] = useLeaving();
  const { run, pending, failure } = useCommand(fetchAddress);
  const go = async () => {
    const done = await run((commandKey) => ({ commandKey }));
    if (done !== undefined) leaveFor(done.url);
  };
  return { open: () => void go(), pending: pending || leaving, failure };
}

function AccountDetails({ account }: { account: views.PayeeAccountView }) {
  const { locale } = useFormatting();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return (
    <DescriptionList
      items={[
        { term: "Can be paid", value: account.payable ? "yes" : "not yet" },
        ...(account.banks.length === 0 ? [{ term: "Bank account", value: "none yet" }] : []),
        ...account.banks.map(({ currency, label }) => ({
          term: `Bank account for ${currency}`,
          value: label ?? "none yet; payouts in this currency wait until you add one",
        })),
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
  if (account.status === "onboarding") {
    return (
      <Banner title="Something is still missing">
        What you entered is kept by the payment provider. Press the button above to go on where you stopped.
      </Banner>
    );
  }
  return (
    <Banner title="The payment provider is checking what you entered">
      This page changes by itself when it is done.
    </Banner>
  );
}
