-- What the schema language cannot say: amounts, states and words that a row may hold.

ALTER TABLE "organization" ADD CONSTRAINT "organization_kind_known" CHECK ("kind" IN ('brand', 'producer'));
ALTER TABLE "member" ADD CONSTRAINT "member_role_known"
  CHECK ("role" IN ('owner', 'finance', 'approver', 'contributor', 'viewer'));
ALTER TABLE "session" ADD CONSTRAINT "session_portal_known" CHECK ("portal" IN ('brand', 'producer'));
ALTER TABLE "partnership_party" ADD CONSTRAINT "party_kind_known" CHECK ("kind" IN ('brand', 'producer'));

ALTER TABLE "milestone" ADD CONSTRAINT "milestone_amount_positive" CHECK ("amount" > 0 AND "amount" <= 1000000000000);
ALTER TABLE "funding" ADD CONSTRAINT "funding_amount_positive" CHECK ("amount" > 0 AND "fee" >= 0);
-- Transfers never draw more from a charge than the milestone's part of it.
ALTER TABLE "funding" ADD CONSTRAINT "funding_drawn_within_amount" CHECK ("drawn" >= 0 AND "drawn" <= "amount");
ALTER TABLE "funding" ADD CONSTRAINT "funding_status_known"
  CHECK ("status" IN ('opened', 'processing', 'succeeded', 'failed', 'expired'));
ALTER TABLE "release" ADD CONSTRAINT "release_adds_up"
  CHECK ("gross" > 0 AND "fee" >= 0 AND "net" >= 0 AND "net" IN ("gross", "gross" - "fee"));
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_amount_positive" CHECK ("amount" > 0);
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_status_known"
  CHECK ("status" IN ('pending', 'unknown', 'blocked', 'confirmed'));
ALTER TABLE "payout" ADD CONSTRAINT "payout_amount_positive" CHECK ("amount" > 0);
ALTER TABLE "payout" ADD CONSTRAINT "payout_status_known"
  CHECK ("status" IN ('waiting', 'unknown', 'in_transit', 'paid', 'failed'));
ALTER TABLE "operation" ADD CONSTRAINT "operation_status_known" CHECK ("status" IN ('pending', 'done', 'failed'));
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_status_known" CHECK ("status" IN ('pending', 'done', 'cancelled'));
ALTER TABLE "mail" ADD CONSTRAINT "mail_status_known" CHECK ("status" IN ('queued', 'sending', 'sent', 'refused'));

-- One draft of a deadline at a time: a second pending release of one review window cannot exist.
CREATE UNIQUE INDEX "deadline_one_release_pending" ON "deadline" ("milestone_id", "kind")
  WHERE "status" = 'pending' AND "kind" <> 'review.reminder';
CREATE INDEX "operation_pending" ON "operation" ("not_before") WHERE "status" = 'pending';

ALTER TABLE "ledger_posting" ADD CONSTRAINT "posting_not_zero" CHECK ("amount" <> 0);
ALTER TABLE "ledger_balance" ADD CONSTRAINT "balance_never_negative" CHECK ("balance" >= 0);
ALTER TABLE "ledger_account_kind" ADD CONSTRAINT "sign_is_a_sign" CHECK ("sign" IN (1, -1));

INSERT INTO "ledger_account_kind" ("kind", "sign", "never_negative") VALUES
  ('provider_platform', 1, false),
  ('provider_producer', 1, false),
  ('payout_in_transit', 1, false),
  ('milestone_held', -1, true),
  ('milestone_fee_held', -1, true),
  ('milestone_in_flight', -1, true),
  ('producer_due', -1, false),
  ('platform_fees', -1, false),
  ('processing_fees', 1, false);
