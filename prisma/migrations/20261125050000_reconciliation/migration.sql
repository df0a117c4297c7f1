-- What the payment provider says of its accounts, and how the ledger agrees with it.
CREATE TABLE "provider_transaction" (
    "transaction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "net" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "source_id" TEXT,
    "operation_id" TEXT,
    "origin_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "available_on" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_transaction_pkey" PRIMARY KEY ("transaction_id")
);

CREATE TABLE "provider_reading" (
    "account_id" TEXT NOT NULL,
    "read_through" TIMESTAMPTZ(3) NOT NULL,
    "complete_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_reading_pkey" PRIMARY KEY ("account_id")
);

CREATE TABLE "provider_balance" (
    "account_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_balance_pkey" PRIMARY KEY ("account_id","currency")
);

CREATE TABLE "reconciliation_run" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "lines" INTEGER NOT NULL DEFAULT 0,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "in_flight" INTEGER NOT NULL DEFAULT 0,
    "differences" JSONB NOT NULL DEFAULT '{}',
    "ok" BOOLEAN,
    "millis" INTEGER,

    CONSTRAINT "reconciliation_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reconciliation_line" (
    "id" UUID NOT NULL,
    "organization_id" UUID,
    "milestone_id" UUID,
    "family" TEXT NOT NULL,
    "operation_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" TEXT,
    "currency" TEXT NOT NULL,
    "amount" BIGINT,
    "fee" BIGINT,
    "provider_account" TEXT,
    "provider_currency" TEXT,
    "provider_amount" BIGINT,
    "provider_fee" BIGINT,
    "transaction_id" TEXT,
    "source_id" TEXT,
    "status" TEXT NOT NULL,
    "difference" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reconciliation_line_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "provider_transaction_account_id_currency_idx" ON "provider_transaction"("account_id", "currency");

CREATE INDEX "reconciliation_run_started_at_idx" ON "reconciliation_run"("started_at");

CREATE INDEX "reconciliation_line_organization_id_at_id_idx" ON "reconciliation_line"("organization_id", "at", "id");

CREATE INDEX "reconciliation_line_status_idx" ON "reconciliation_line"("status");

-- One comparison at a time: an unfinished one is taken up, not doubled.
CREATE UNIQUE INDEX "reconciliation_run_one_open" ON "reconciliation_run" ((true)) WHERE "finished_at" IS NULL;
ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_status_known"
  CHECK ("status" IN ('matched', 'in_flight', 'difference') AND ("status" = 'difference') = ("difference" IS NOT NULL));
ALTER TABLE "provider_transaction" ADD CONSTRAINT "provider_transaction_adds_up" CHECK ("net" = "amount" - "fee");
