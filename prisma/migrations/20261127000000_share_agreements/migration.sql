-- Revenue-share agreements: parties, versions of the terms, who answered what, and the items that are covered.
CREATE TABLE "share_agreement" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,

    CONSTRAINT "share_agreement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "share_party" (
    "agreement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID,
    "position" INTEGER NOT NULL,

    CONSTRAINT "share_party_pkey" PRIMARY KEY ("agreement_id","key")
);

CREATE TABLE "share_version" (
    "agreement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "settings" JSONB NOT NULL,
    "effective_from" DATE NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_user_id" UUID NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "activated_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,

    CONSTRAINT "share_version_pkey" PRIMARY KEY ("agreement_id","version")
);

CREATE TABLE "share_acceptance" (
    "agreement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "party_key" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "share_acceptance_pkey" PRIMARY KEY ("agreement_id","version","party_key")
);

CREATE TABLE "share_item" (
    "agreement_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "item" TEXT NOT NULL,

    CONSTRAINT "share_item_pkey" PRIMARY KEY ("agreement_id","item")
);

CREATE UNIQUE INDEX "share_agreement_organization_id_code_key" ON "share_agreement"("organization_id", "code");
CREATE UNIQUE INDEX "share_party_agreement_id_organization_id_key" ON "share_party"("agreement_id", "organization_id");
CREATE INDEX "share_party_organization_id_idx" ON "share_party"("organization_id");
CREATE INDEX "share_item_organization_id_item_idx" ON "share_item"("organization_id", "item");

ALTER TABLE "share_party" ADD CONSTRAINT "share_party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "share_agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "share_version" ADD CONSTRAINT "share_version_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "share_agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "share_acceptance" ADD CONSTRAINT "share_acceptance_agreement_id_version_fkey" FOREIGN KEY ("agreement_id", "version") REFERENCES "share_version"("agreement_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "share_item" ADD CONSTRAINT "share_item_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "share_agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "share_party" ADD CONSTRAINT "share_party_role_known" CHECK ("role" IN ('payee', 'payer'));
-- Payees are reached through a partnership, and the payer is the brand itself.
ALTER TABLE "share_party" ADD CONSTRAINT "share_party_partnership_of_payees" CHECK (("role" = 'payee') = ("partnership_id" IS NOT NULL));
ALTER TABLE "share_version" ADD CONSTRAINT "share_version_status_known"
  CHECK ("status" IN ('proposed', 'active', 'declined', 'withdrawn', 'superseded'));
ALTER TABLE "share_version" ADD CONSTRAINT "share_version_active_once_accepted"
  CHECK (("status" IN ('active', 'superseded')) = ("activated_at" IS NOT NULL));
CREATE UNIQUE INDEX "share_version_one_open" ON "share_version" ("agreement_id") WHERE "status" = 'proposed';
CREATE UNIQUE INDEX "share_version_one_active" ON "share_version" ("agreement_id") WHERE "status" = 'active';
ALTER TABLE "share_acceptance" ADD CONSTRAINT "share_acceptance_answer_known" CHECK ("answer" IN ('accepted', 'declined'));
