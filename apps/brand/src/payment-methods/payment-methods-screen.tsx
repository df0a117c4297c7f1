import type { views } from "@evenshare/domain";
import {
  DownloadCsv,
  FailureNotice,
  Loaded,
  useCommand,
  useDocumentTitle,
  useLeaving,
  useTRPC,
  useTRPCClient,
} from "@evenshare/portal";
import { Banner, Button, EmptyState, PageHeader, TableSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { CreditCard } from "lucide-react";
import { PaymentMethodItem } from "./payment-method-item";
import { useSavedMethod } from "./use-saved-method";

/** Cards and bank accounts that the brand has saved, and how much may be charged to each without asking. */
export function PaymentMethodsScreen() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery(trpc.paymentMethods.list.queryOptions());
  const [leaving, leaveFor] = useLeaving();
  const { run, pending, failure } = useCommand(client.paymentMethods.save.mutate);
  const saved = useSavedMethod();
  useDocumentTitle("Payment methods");
  const save = async () => {
    const done = await run((commandKey) => ({ commandKey }));
    if (done !== undefined) leaveFor(done.url);
  };
  const canManage = query.data?.canManage ?? false;
  return (
    <>
      <PageHeader
        title="Payment methods"
        secondary={<DownloadCsv size="regular" table="payment-methods" what="the payment methods" />}
        subtitle="Saved with the payment provider; card and account numbers never reach us."
        action={
          canManage && (
            <Button variant="primary" pending={pending || leaving} onClick={() => void save()}>
              Save a card or bank account
            </Button>
          )
        }
      />
      <div className="mb-4 flex flex-col gap-4 empty:hidden">
        <FailureNotice failure={failure ?? saved.failure} />
        {saved.isNew && (
          <Banner title="It is saved">
            Set a limit to fund milestones from it with one click. Without a limit nothing is charged to it.
          </Banner>
        )}
      </div>
      <Loaded
        query={query}
        what="The payment methods"
        skeleton={<TableSkeleton label="Loading the payment methods" rows={2} />}
      >
        {(methods) => <Methods methods={methods} />}
      </Loaded>
    </>
  );
}

function Methods({ methods: { methods, canManage, timeZone } }: { methods: views.PaymentMethodsView }) {
  if (methods.length === 0) {
    return (
      <EmptyState icon={CreditCard} title="Nothing is saved">
        Save a card or a US bank account, set how much may be charged to it in a month, and fund milestones
        with one click. Without one you pay on the payment provider's page each time.
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col gap-4">
      {methods.map((method) => (
        <li key={method.id}>
          <PaymentMethodItem method={method} canManage={canManage} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}
