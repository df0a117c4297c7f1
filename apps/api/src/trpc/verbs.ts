import type { Verb } from "@evenshare/application";
import type { CurrencyCode, MilestoneState, views } from "@evenshare/domain";
import type { z } from "zod";

type In<S extends z.ZodType> = z.output<S>;
interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}
type NewState = { state: MilestoneState };
type Id = { id: string };
type Nothing = Record<string, never>;

export interface Verbs {
  getBrandHome: Verb<Nothing, views.BrandHomeView>;
  getProducerHome: Verb<Nothing, views.ProducerHomeView>;
  listPartnerships: Verb<In<typeof views.pageRequest>, Page<views.PartnershipRow>>;
  getPartnership: Verb<Id, views.PartnershipView>;
  startPartnership: Verb<In<typeof views.startPartnershipInput>, Id>;
  acceptAgreement: Verb<In<typeof views.acceptAgreementInput>, { version: number }>;
  listAudit: Verb<In<typeof views.pageRequest> & { partnershipId: string }, Page<views.AuditRow>>;
  listMilestones: Verb<In<typeof views.listMilestonesInput>, Page<views.MilestoneRow>>;
  getMilestone: Verb<Id, views.MilestoneView>;
  draftMilestone: Verb<In<typeof views.draftMilestoneInput>, Id>;
  editMilestone: Verb<In<typeof views.editMilestoneInput>, { version: number }>;
  proposeMilestone: Verb<In<typeof views.milestoneCommandInput>, NewState>;
  withdrawMilestone: Verb<In<typeof views.milestoneCommandInput>, NewState>;
  declineMilestone: Verb<In<typeof views.declineMilestoneInput>, NewState>;
  agreeMilestone: Verb<In<typeof views.agreeMilestoneInput>, NewState>;
  quoteFunding: Verb<Id & { amount: bigint; currency: CurrencyCode }, In<typeof views.fundingQuote>>;
  fundMilestone: Verb<In<typeof views.fundMilestoneInput>, { fundingId: string; checkoutUrl: string }>;
  startMilestone: Verb<In<typeof views.milestoneCommandInput>, NewState>;
  submitMilestone: Verb<In<typeof views.submitMilestoneInput>, NewState & { version: number }>;
  requestRevision: Verb<In<typeof views.requestRevisionInput>, NewState & { round: number }>;
  quoteRelease: Verb<Id & { amount: bigint }, In<typeof views.releaseQuote>>;
  acceptMilestone: Verb<In<typeof views.acceptMilestoneInput>, NewState & { releaseId: string | null }>;
  releasePart: Verb<In<typeof views.releasePartInput>, { releaseId: string }>;
  getHeldFunds: Verb<Nothing, views.HeldFundsView>;
  listPayouts: Verb<In<typeof views.pageRequest>, Page<views.PayoutRow>>;
  getPayeeAccount: Verb<Nothing, views.PayeeAccountView>;
  onboardPayee: Verb<{ commandKey: string }, { url: string }>;
}

export declare const verbs: Verbs;
