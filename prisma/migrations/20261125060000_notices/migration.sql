-- What people are told in the portal, what they want to hear about, when they want quiet, and mails that wait for its end.
ALTER TABLE "mail" ADD COLUMN "due_at" TIMESTAMPTZ(3);
CREATE INDEX "mail_status_due_at_idx" ON "mail"("status", "due_at");

CREATE TABLE "notification" (
  "id" UUID NOT NULL,
  "message_id" UUID NOT NULL,
  "organization_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "template" TEXT NOT NULL,
  "data" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "read_at" TIMESTAMPTZ(3),
  "mail_id" UUID,
  CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "notification_message_id_user_id_key" ON "notification"("message_id", "user_id");
CREATE INDEX "notification_organization_id_user_id_created_at_idx" ON "notification"("organization_id", "user_id", "created_at");
CREATE INDEX "notification_organization_id_user_id_read_at_idx" ON "notification"("organization_id", "user_id", "read_at");
ALTER TABLE "notification" ADD CONSTRAINT "notification_mail_id_fkey"
  FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "notice_choice" (
  "organization_id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "group" TEXT NOT NULL,
  "in_app" BOOLEAN NOT NULL,
  "mail" BOOLEAN NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("organization_id", "user_id", "group")
);

CREATE TABLE "quiet_hours" (
  "user_id" UUID NOT NULL,
  "enabled" BOOLEAN NOT NULL,
  "days" INTEGER[],
  "from_minute" INTEGER NOT NULL,
  "to_minute" INTEGER NOT NULL,
  "time_zone" TEXT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "quiet_hours_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "mail_link_key" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "key" TEXT NOT NULL,
  CONSTRAINT "mail_link_key_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "mail" DROP CONSTRAINT "mail_status_known",
  ADD CONSTRAINT "mail_status_known" CHECK (status IN ('queued', 'waiting', 'sending', 'sent', 'refused', 'withdrawn')),
  ADD CONSTRAINT "mail_waits_until" CHECK ((status = 'waiting') = (due_at IS NOT NULL));

ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_group_known"
  CHECK ("group" IN ('partnership', 'milestone', 'review', 'money', 'payout'));
ALTER TABLE "quiet_hours" ADD CONSTRAINT "quiet_hours_within_a_day"
  CHECK (from_minute BETWEEN 0 AND 1439 AND to_minute BETWEEN 0 AND 1439 AND from_minute <> to_minute);
ALTER TABLE "mail_link_key" ADD CONSTRAINT "mail_link_key_only" CHECK (id = 1);
