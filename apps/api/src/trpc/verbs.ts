import type { Verb } from "@evenshare/application";
import type { CurrencyCode, views } from "@evenshare/domain";
import type { z } from "zod";

type In<S extends z.ZodType> = z.output<S>;
interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}
type Id = { id: string };
type Nothing = Record<string, never>;

export interface Verbs {
  getBrandHome: Verb<Nothing, views.BrandHomeView>;
  getProducerHome: Verb<Nothing, views.ProducerHomeView>;
  listAudit: Verb<In<typeof views.pageRequest> & { partnershipId: string }, Page<views.AuditRow>>;
  quoteFunding: Verb<Id & { amount: bigint; currency: CurrencyCode }, In<typeof views.fundingQuote>>;
  quoteRelease: Verb<Id & { amount: bigint }, In<typeof views.releaseQuote>>;
  getHeldFunds: Verb<Nothing, views.HeldFundsView>;
  listPayouts: Verb<In<typeof views.pageRequest>, Page<views.PayoutRow>>;
}

export declare const verbs: Verbs;
