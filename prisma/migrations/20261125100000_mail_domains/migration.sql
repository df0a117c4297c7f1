-- CreateTable
CREATE TABLE "mail_domain" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "selector" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "sealed_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "findings" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "lost_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_domain_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_domain_status_known" CHECK ("status" IN ('pending', 'verified', 'lost')),
    CONSTRAINT "mail_domain_verified_is_dated" CHECK ("status" <> 'verified' OR ("verified_at" IS NOT NULL AND "due_at" IS NOT NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_domain_organization_id_key" ON "mail_domain"("organization_id");

-- AddForeignKey
ALTER TABLE "mail_domain" ADD CONSTRAINT "mail_domain_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A domain belongs to one organization at a time: to the one that has proved it. Claims that are not proved block nobody.
CREATE UNIQUE INDEX "mail_domain_verified" ON "mail_domain" ("domain") WHERE "status" = 'verified';
CREATE INDEX "mail_domain_due" ON "mail_domain" ("due_at") WHERE "status" = 'verified';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN "sender_id" UUID;

-- People may choose about what happens to their organization's set-up, too.
ALTER TABLE "notice_choice" DROP CONSTRAINT "notice_choice_group_known",
  ADD CONSTRAINT "notice_choice_group_known" CHECK ("group" IN ('partnership', 'milestone', 'review', 'money', 'payout', 'organization'));
