-- What a payment was made with and for, money that the brand's bank took back, and holds.
ALTER TABLE "funding" ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'milestone',
ADD COLUMN "paid_with_kind" TEXT,
ADD COLUMN "paid_with_label" TEXT,
ADD COLUMN "paid_with_last4" TEXT,
ADD COLUMN "expected_at" TIMESTAMPTZ(3);

CREATE TABLE "funding_return" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "funding_id" UUID NOT NULL,
    "provider_dispute_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "from_held" BIGINT NOT NULL,
    "from_fee_held" BIGINT NOT NULL,
    "owed" BIGINT NOT NULL,
    "provider_fee" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "funding_return_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "owner_kind" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "evidence" TEXT[],
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "appeal_note" TEXT,
    "appealed_at" TIMESTAMPTZ(3),
    "appealed_by_name" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "funding_return_provider_dispute_id_key" ON "funding_return"("provider_dispute_id");
CREATE INDEX "funding_return_milestone_id_idx" ON "funding_return"("milestone_id");
CREATE INDEX "funding_return_funding_id_idx" ON "funding_return"("funding_id");
CREATE INDEX "hold_milestone_id_idx" ON "hold"("milestone_id");
CREATE INDEX "hold_partnership_id_placed_at_idx" ON "hold"("partnership_id", "placed_at");

ALTER TABLE "funding_return" ADD CONSTRAINT "funding_return_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "hold" ADD CONSTRAINT "hold_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "funding" ADD CONSTRAINT "funding_purpose_known" CHECK ("purpose" IN ('milestone', 'repayment'));
ALTER TABLE "funding_return" ADD CONSTRAINT "return_adds_up"
  CHECK ("amount" > 0 AND "fee" >= 0 AND "from_held" >= 0 AND "from_fee_held" >= 0 AND "owed" >= 0
    AND "amount" + "fee" = "from_held" + "from_fee_held" + "owed" AND "from_held" <= "amount" AND "from_fee_held" <= "fee");
ALTER TABLE "funding_return" ADD CONSTRAINT "return_status_known" CHECK ("status" IN ('contested', 'final', 'restored'));
ALTER TABLE "hold" ADD CONSTRAINT "hold_amount_positive" CHECK ("amount" > 0);
-- A hold ends with a reason, or not at all.
ALTER TABLE "hold" ADD CONSTRAINT "hold_end_has_reason" CHECK (("ended_at" IS NULL) = ("ended_reason" IS NULL));

INSERT INTO "ledger_account_kind" ("kind", "sign", "never_negative") VALUES ('brand_receivable', 1, true);
