-- What the provider asks for and why, by when, and one bank account per currency.
ALTER TABLE "payee_account" ADD COLUMN "asked" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "due_at" TIMESTAMPTZ(3),
ADD COLUMN "banks" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "details_submitted" BOOLEAN NOT NULL DEFAULT false;

UPDATE "payee_account" SET
  "asked" = (
    SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'urgency', 'due', 'reason', NULL)), '[]')
    FROM unnest("requirements") AS field),
  "banks" = CASE WHEN "bank" IS NULL THEN '[]'::jsonb
    ELSE jsonb_build_array(jsonb_build_object('currency', "currency", 'label', "bank", 'isDefault', true)) END,
  "details_submitted" = "payable";

ALTER TABLE "payee_account" DROP COLUMN "requirements", DROP COLUMN "bank";
ALTER TABLE "payee_account" RENAME COLUMN "asked" TO "requirements";

-- A producer may set up a second account with the provider, and what was sent to the first lies there.
ALTER TABLE "payout" ADD COLUMN "provider_account_id" TEXT;

UPDATE "payout" p SET "provider_account_id" = a."provider_account_id"
FROM "payee_account" a WHERE a."organization_id" = p."organization_id" AND p."attempted_at" IS NOT NULL;
