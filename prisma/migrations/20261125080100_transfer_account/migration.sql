-- To which of a producer's accounts a transfer went: a producer may have had several, one after the other.
ALTER TABLE "transfer" ADD COLUMN "provider_account_id" TEXT;

UPDATE "transfer" t SET "provider_account_id" = a."provider_account_id"
FROM "payee_account" a WHERE a."organization_id" = t."organization_id" AND t."attempted_at" IS NOT NULL;
