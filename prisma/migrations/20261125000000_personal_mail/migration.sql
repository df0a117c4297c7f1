-- Mails to people who act for no organization: about signing in, or an invitation to an address without an account.
ALTER TABLE "mail" ALTER COLUMN "organization_id" DROP NOT NULL,
ALTER COLUMN "user_id" DROP NOT NULL,
ALTER COLUMN "role" DROP NOT NULL;

DROP INDEX "mail_message_id_user_id_key";

CREATE UNIQUE INDEX "mail_message_id_to_email_key" ON "mail"("message_id", "to_email");
