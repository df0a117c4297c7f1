-- Offers about held money, money that rolls into another milestone, and refunds.
ALTER TABLE "funding" ADD COLUMN "refunded" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "refunded_fee" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "rolled_out" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "rolled_out_fee" BIGINT NOT NULL DEFAULT 0;

-- A dispute of a charge that several milestones share is written once for each of them.
DROP INDEX "funding_return_provider_dispute_id_key";
CREATE UNIQUE INDEX "funding_return_provider_dispute_id_milestone_id_key" ON "funding_return"("provider_dispute_id", "milestone_id");

CREATE TABLE "remainder_offer" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target_milestone_id" UUID,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "seen_held" BIGINT NOT NULL,
    "seen_state" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "made_by_user_id" UUID NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "decided_by_user_id" UUID,
    "decided_by_name" TEXT,
    "reason" TEXT,

    CONSTRAINT "remainder_offer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "roll" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "from_milestone_id" UUID NOT NULL,
    "to_milestone_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roll_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "roll_part" (
    "roll_id" UUID NOT NULL,
    "funding_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,

    CONSTRAINT "roll_part_pkey" PRIMARY KEY ("roll_id","funding_id")
);

CREATE TABLE "charge_share" (
    "funding_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "drawn" BIGINT NOT NULL DEFAULT 0,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "refunded_fee" BIGINT NOT NULL DEFAULT 0,
    "rolled_out" BIGINT NOT NULL DEFAULT 0,
    "rolled_out_fee" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "charge_share_pkey" PRIMARY KEY ("funding_id","milestone_id")
);

CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "funding_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempt_class" INTEGER NOT NULL DEFAULT 1,
    "provider_refund_id" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "attempted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "remainder_offer_milestone_id_created_at_idx" ON "remainder_offer"("milestone_id", "created_at");
CREATE UNIQUE INDEX "roll_offer_id_key" ON "roll"("offer_id");
CREATE INDEX "roll_from_milestone_id_idx" ON "roll"("from_milestone_id");
CREATE INDEX "roll_to_milestone_id_idx" ON "roll"("to_milestone_id");
CREATE INDEX "charge_share_milestone_id_idx" ON "charge_share"("milestone_id");
CREATE UNIQUE INDEX "refund_provider_refund_id_key" ON "refund"("provider_refund_id");
CREATE INDEX "refund_milestone_id_created_at_idx" ON "refund"("milestone_id", "created_at");
CREATE INDEX "refund_funding_id_idx" ON "refund"("funding_id");

ALTER TABLE "remainder_offer" ADD CONSTRAINT "remainder_offer_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "remainder_offer" ADD CONSTRAINT "remainder_offer_target_milestone_id_fkey" FOREIGN KEY ("target_milestone_id") REFERENCES "milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "roll" ADD CONSTRAINT "roll_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "remainder_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roll" ADD CONSTRAINT "roll_from_milestone_id_fkey" FOREIGN KEY ("from_milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roll" ADD CONSTRAINT "roll_to_milestone_id_fkey" FOREIGN KEY ("to_milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roll_part" ADD CONSTRAINT "roll_part_roll_id_fkey" FOREIGN KEY ("roll_id") REFERENCES "roll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roll_part" ADD CONSTRAINT "roll_part_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charge_share" ADD CONSTRAINT "charge_share_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "charge_share" ADD CONSTRAINT "charge_share_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "refund" ADD CONSTRAINT "refund_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "refund" ADD CONSTRAINT "refund_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
-- A charge never gives more than it brought: to the producer, back to the brand, and to other milestones together.
ALTER TABLE "funding" ADD CONSTRAINT "funding_given_within_amount"
  CHECK ("refunded" >= 0 AND "rolled_out" >= 0 AND "drawn" + "refunded" + "rolled_out" <= "amount"
    AND "refunded_fee" >= 0 AND "rolled_out_fee" >= 0 AND "refunded_fee" + "rolled_out_fee" <= "fee");
ALTER TABLE "charge_share" ADD CONSTRAINT "charge_share_given_within_amount"
  CHECK ("drawn" >= 0 AND "refunded" >= 0 AND "rolled_out" >= 0 AND "drawn" + "refunded" + "rolled_out" <= "amount"
    AND "refunded_fee" >= 0 AND "rolled_out_fee" >= 0 AND "refunded_fee" + "rolled_out_fee" <= "fee");
ALTER TABLE "remainder_offer" ADD CONSTRAINT "remainder_offer_kind_known" CHECK ("kind" IN ('roll', 'return'));
ALTER TABLE "remainder_offer" ADD CONSTRAINT "remainder_offer_amount_within_held" CHECK ("amount" > 0 AND "amount" <= "seen_held");
ALTER TABLE "remainder_offer" ADD CONSTRAINT "remainder_offer_status_known"
  CHECK ("status" IN ('open', 'agreed', 'declined', 'withdrawn', 'void'));
ALTER TABLE "remainder_offer" ADD CONSTRAINT "remainder_offer_settled_once" CHECK (("status" = 'open') = ("settled_at" IS NULL));
-- Nobody is both sides of an offer, whatever the code above says.
ALTER TABLE "remainder_offer" ADD CONSTRAINT "remainder_offer_by_two_people"
  CHECK ("status" NOT IN ('agreed', 'declined') OR ("decided_by_user_id" IS NOT NULL AND "decided_by_user_id" <> "made_by_user_id"));
CREATE UNIQUE INDEX "remainder_offer_one_open_per_milestone" ON "remainder_offer" ("milestone_id") WHERE "status" = 'open';
ALTER TABLE "roll" ADD CONSTRAINT "roll_between_two"
  CHECK ("amount" > 0 AND "fee" >= 0 AND "from_milestone_id" <> "to_milestone_id");
ALTER TABLE "roll_part" ADD CONSTRAINT "roll_part_moves" CHECK ("amount" >= 0 AND "fee" >= 0 AND "amount" + "fee" > 0);
ALTER TABLE "refund" ADD CONSTRAINT "refund_moves" CHECK ("amount" >= 0 AND "fee" >= 0 AND "amount" + "fee" > 0);
ALTER TABLE "refund" ADD CONSTRAINT "refund_status_known"
  CHECK ("status" IN ('pending', 'unknown', 'sent', 'succeeded', 'failed'));
ALTER TABLE "refund" ADD CONSTRAINT "refund_cause_known" CHECK ("cause" IN ('remainder'));

INSERT INTO "ledger_account_kind" ("kind", "sign", "never_negative") VALUES ('milestone_refunding', -1, true);
