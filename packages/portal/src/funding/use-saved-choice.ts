import type { views } from "@evenshare/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../api/trpc";

export interface SavedChoice {
  /** Where the brand can pay: the provider's page first, then saved methods with a limit in this currency. */
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
  /** The chosen method; null for the provider's page. */
  readonly methodId: string | null;
}

const page = "page";

/** How to pay: on the provider's page, or with a saved method that may be charged in this currency. */
export function useSavedChoice(currency: string, words: (sum: bigint) => string): SavedChoice {
  const trpc = useTRPC();
  // Those who may not read them pay on the page.
  const { data } = useQuery(trpc.paymentMethods.list.queryOptions(undefined, { retry: false }));
  const [chosen, choose] = useState(page);
  const usable = (data?.methods ?? []).filter(({ limit }) => limit?.currency === currency);
  return {
    options: [
      {
        value: page,
        label: "On the payment provider's page",
        hint: "By card, and in US dollars by bank debit.",
      },
      ...usable.map((method) => ({
        value: method.id,
        label: `${method.label} ending in ${method.last4}`,
        hint: leftWords(method, words),
      })),
    ],
    chosen,
    choose,
    methodId: chosen === page ? null : chosen,
  };
}

function leftWords({ limit, spent, kind }: views.PaymentMethodView, words: (sum: bigint) => string): string {
  const left = limit === null || limit.amount < spent ? 0n : limit.amount - spent;
  const days = kind === "us_bank_account" ? " Takes days." : "";
  return `Charged at once, up to ${words(left)} more this month.${days}`;
}
