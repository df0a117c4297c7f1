-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "party_key" TEXT NOT NULL,
    "payee_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "net_revenue" BIGINT NOT NULL,
    "share" BIGINT NOT NULL,
    "payable" BIGINT NOT NULL,
    "carried_over" BIGINT NOT NULL,
    "record" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "previous_sha256" TEXT,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_name" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "dispute_until" DATE NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "statement_payable" CHECK ("payable" >= 0 AND ("payable" = 0 OR "carried_over" = 0)),
    CONSTRAINT "statement_sequence" CHECK ("sequence" > 0)
);

-- CreateTable
CREATE TABLE "statement_issuer" (
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "statement_issuer_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "statement_counter" (
    "organization_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "statement_counter_pkey" PRIMARY KEY ("organization_id","year")
);

-- CreateTable
CREATE TABLE "statement_event" (
    "agreement_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "period" TEXT NOT NULL,

    CONSTRAINT "statement_event_pkey" PRIMARY KEY ("agreement_id","source_id","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "statement_agreement_id_party_key_period_key" ON "statement"("agreement_id", "party_key", "period");

-- CreateIndex
CREATE UNIQUE INDEX "statement_organization_id_year_sequence_key" ON "statement"("organization_id", "year", "sequence");

-- CreateIndex
CREATE INDEX "statement_payee_id_issued_at_idx" ON "statement"("payee_id", "issued_at");

-- CreateIndex
CREATE INDEX "statement_organization_id_issued_at_idx" ON "statement"("organization_id", "issued_at");

-- CreateIndex
CREATE INDEX "statement_event_source_id_event_id_idx" ON "statement_event"("source_id", "event_id");

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "share_agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
