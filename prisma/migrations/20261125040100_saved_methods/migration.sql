-- Saved cards and bank accounts of brands, and what may be charged to them without asking.
ALTER TABLE "funding" ADD COLUMN "payment_method_id" UUID;

CREATE TABLE "payment_customer" (
    "organization_id" UUID NOT NULL,
    "provider_customer_id" TEXT,
    "name" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_customer_pkey" PRIMARY KEY ("organization_id")
);

CREATE TABLE "method_setup" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "session_id" TEXT,
    "url" TEXT,
    "status" TEXT NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "method_setup_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payment_method" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "provider_method_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "last4" TEXT NOT NULL,
    "exp_month" INTEGER,
    "exp_year" INTEGER,
    "limit_amount" BIGINT,
    "limit_currency" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_method_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "payment_customer_provider_customer_id_key" ON "payment_customer"("provider_customer_id");
CREATE UNIQUE INDEX "method_setup_session_id_key" ON "method_setup"("session_id");
CREATE INDEX "method_setup_organization_id_idx" ON "method_setup"("organization_id");
CREATE UNIQUE INDEX "payment_method_provider_method_id_key" ON "payment_method"("provider_method_id");
CREATE INDEX "payment_method_organization_id_idx" ON "payment_method"("organization_id");
CREATE INDEX "funding_payment_method_id_idx" ON "funding"("payment_method_id");

ALTER TABLE "funding" ADD CONSTRAINT "funding_payment_method_id_fkey" FOREIGN KEY ("payment_method_id") REFERENCES "payment_method"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "method_setup" ADD CONSTRAINT "setup_status_known" CHECK ("status" IN ('opened', 'saved', 'closed'));
ALTER TABLE "payment_method" ADD CONSTRAINT "method_kind_known" CHECK ("kind" IN ('card', 'us_bank_account'));
ALTER TABLE "payment_method" ADD CONSTRAINT "method_limit_whole"
  CHECK (("limit_amount" IS NULL) = ("limit_currency" IS NULL) AND ("limit_amount" IS NULL OR "limit_amount" > 0));
