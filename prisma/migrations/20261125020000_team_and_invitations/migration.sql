-- Invitations by e-mail into an organization or a partnership, the start of earning, and how an organization looks.

-- Nothing has written invitations so far. What a database may hold nevertheless is an invitation of a member.
ALTER TABLE "invitation" ALTER COLUMN "role" DROP NOT NULL,
ADD COLUMN "kind" TEXT,
ADD COLUMN "inviter_name" TEXT,
ADD COLUMN "settled_at" TIMESTAMPTZ(3),
ADD COLUMN "accepted_by_user_id" UUID,
ADD COLUMN "title" TEXT,
ADD COLUMN "terms" JSONB,
ADD COLUMN "starts_on" DATE,
ADD COLUMN "partnership_id" UUID;
UPDATE "invitation" SET "kind" = 'member', "status" = 'revoked', "settled_at" = "created_at",
  "inviter_name" = coalesce((SELECT u."name" FROM "user" u WHERE u."id" = "inviter_id"), '');
ALTER TABLE "invitation" ALTER COLUMN "kind" SET NOT NULL,
ALTER COLUMN "inviter_name" SET NOT NULL;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_status_known"
  CHECK ("status" IN ('pending', 'accepted', 'revoked', 'expired'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_says_into_what" CHECK (
  ("kind" = 'member' AND "role" IN ('owner', 'finance', 'approver', 'contributor', 'viewer') AND "terms" IS NULL)
  OR ("kind" = 'partner' AND "role" IS NULL AND "title" IS NOT NULL AND "terms" IS NOT NULL AND "starts_on" IS NOT NULL));
-- One open invitation of a colleague at a time: the second one is a resend.
CREATE UNIQUE INDEX "invitation_one_pending_member" ON "invitation" ("organization_id", lower("email"))
  WHERE "kind" = 'member' AND "status" = 'pending';

CREATE TABLE "invitation_link" (
  "token_hash" TEXT NOT NULL,
  "invitation_id" UUID NOT NULL,
  "organization_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "replaced_at" TIMESTAMPTZ(3),

  CONSTRAINT "invitation_link_pkey" PRIMARY KEY ("token_hash")
);
CREATE INDEX "invitation_link_invitation_id_idx" ON "invitation_link"("invitation_id");
ALTER TABLE "invitation_link" ADD CONSTRAINT "invitation_link_invitation_id_fkey"
  FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Agreements of before were earned under from the day they were proposed on.
ALTER TABLE "agreement_version" ADD COLUMN "starts_on" DATE;
UPDATE "agreement_version" SET "starts_on" = ("proposed_at" AT TIME ZONE "time_zone")::date;
ALTER TABLE "agreement_version" ALTER COLUMN "starts_on" SET NOT NULL;

ALTER TABLE "organization" ADD COLUMN "accent" TEXT;
ALTER TABLE "organization" ADD CONSTRAINT "organization_accent_is_a_colour" CHECK ("accent" ~ '^#[0-9a-f]{6}$');

CREATE TABLE "organization_logo" (
  "organization_id" UUID NOT NULL,
  "content_type" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  "sha256" TEXT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "organization_logo_pkey" PRIMARY KEY ("organization_id")
);
ALTER TABLE "organization_logo" ADD CONSTRAINT "organization_logo_organization_id_fkey"
  FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "organization_logo" ADD CONSTRAINT "logo_is_small" CHECK (octet_length("bytes") BETWEEN 1 AND 524288);
