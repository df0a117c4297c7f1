-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "organization_id" UUID,
    "partnership_id" UUID,
    "action" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_user_id" UUID,
    "actor_name" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "reason" TEXT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "ip" TEXT,
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "portal" TEXT NOT NULL,
    "active_organization_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_token" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "to_portal" TEXT NOT NULL,
    "organization_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT,
    "uploaded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_chunk" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("file_id","position")
);

-- CreateTable
CREATE TABLE "ledger_account_kind" (
    "kind" TEXT NOT NULL,
    "sign" INTEGER NOT NULL,
    "never_negative" BOOLEAN NOT NULL,

    CONSTRAINT "ledger_account_kind_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "partnership_id" UUID,
    "milestone_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_posting" (
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account_id" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "ledger_posting_pkey" PRIMARY KEY ("entry_id","position")
);

-- CreateTable
CREATE TABLE "ledger_balance" (
    "account_id" BIGINT NOT NULL,
    "balance" BIGINT NOT NULL,

    CONSTRAINT "ledger_balance_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "ledger_check" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "findings" JSONB NOT NULL,
    "millis" INTEGER NOT NULL,

    CONSTRAINT "ledger_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "response" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "agreement_version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "due_on" DATE,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_first" BOOLEAN NOT NULL,
    "proposed_by_organization_id" UUID NOT NULL,
    "revision_round" INTEGER NOT NULL DEFAULT 0,
    "submission_version" INTEGER NOT NULL DEFAULT 0,
    "review_ends_at" TIMESTAMPTZ(3),
    "blocked_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_criterion" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "milestone_criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_transition" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "position" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_user_id" UUID,
    "actor_name" TEXT,
    "actor_organization_id" UUID,
    "amount" BIGINT,
    "reason" TEXT,
    "command_key" TEXT,

    CONSTRAINT "milestone_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "links" TEXT[],

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_criterion" (
    "submission_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "met" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "submission_criterion_pkey" PRIMARY KEY ("submission_id","criterion_id")
);

-- CreateTable
CREATE TABLE "submission_file" (
    "submission_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "submission_file_pkey" PRIMARY KEY ("submission_id","file_id")
);

-- CreateTable
CREATE TABLE "revision_request" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "submission_version" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "revision_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_criterion" (
    "revision_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "comment" TEXT NOT NULL,

    CONSTRAINT "revision_criterion_pkey" PRIMARY KEY ("revision_id","criterion_id")
);

-- CreateTable
CREATE TABLE "operation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "organization_id" UUID,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "lease_id" UUID,
    "finished_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "days_before" INTEGER,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "organization_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("organization_id","key")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "logo" TEXT,
    "metadata" TEXT,
    "country" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "inviter_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_party" (
    "partnership_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partnership_party_pkey" PRIMARY KEY ("partnership_id","organization_id")
);

-- CreateTable
CREATE TABLE "agreement_version" (
    "partnership_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "review_days" INTEGER NOT NULL,
    "included_revisions" INTEGER NOT NULL,
    "fee_bp" INTEGER NOT NULL,
    "fee_bearer" TEXT NOT NULL,
    "dormancy_default" TEXT NOT NULL,
    "first_minimum_start_bp" INTEGER NOT NULL,
    "minimum_start_bp" INTEGER NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_user_id" UUID NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_user_id" UUID,
    "accepted_by_name" TEXT,

    CONSTRAINT "agreement_version_pkey" PRIMARY KEY ("partnership_id","version")
);

-- CreateTable
CREATE TABLE "payee_account" (
    "organization_id" UUID NOT NULL,
    "provider_account_id" TEXT,
    "payable" BOOLEAN NOT NULL DEFAULT false,
    "block" TEXT,
    "requirements" TEXT[],
    "bank" TEXT,
    "country" TEXT NOT NULL,
    "contact_email" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "attempt_class" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payee_account_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "funding" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "failure_reason" TEXT,
    "opened_by_name" TEXT NOT NULL,
    "checkout_session_id" TEXT,
    "checkout_url" TEXT,
    "provider_payment_id" TEXT,
    "provider_charge_id" TEXT,
    "processing_fee" BIGINT,
    "drawn" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "succeeded_at" TIMESTAMPTZ(3),

    CONSTRAINT "funding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "gross" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "net" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "funding_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempt_class" INTEGER NOT NULL DEFAULT 1,
    "provider_transfer_id" TEXT,
    "blocked_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "attempted_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempt_class" INTEGER NOT NULL DEFAULT 1,
    "provider_payout_id" TEXT,
    "failure_reason" TEXT,
    "fix" TEXT,
    "bank" TEXT,
    "trace_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "attempted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "expected_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_line" (
    "payout_id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "payout_line_pkey" PRIMARY KEY ("payout_id","release_id")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "account_id" TEXT,
    "object_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "deliveries" INTEGER NOT NULL DEFAULT 1,
    "processed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "audit_event_partnership_id_position_idx" ON "audit_event"("partnership_id", "position");

-- CreateIndex
CREATE INDEX "audit_event_organization_id_position_idx" ON "audit_event"("organization_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "handover_token_token_hash_key" ON "handover_token"("token_hash");

-- CreateIndex
CREATE INDEX "handover_token_user_id_idx" ON "handover_token"("user_id");

-- CreateIndex
CREATE INDEX "file_organization_id_idx" ON "file"("organization_id");

-- CreateIndex
CREATE INDEX "file_partnership_id_idx" ON "file"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_kind_owner_id_currency_key" ON "ledger_account"("kind", "owner_id", "currency");

-- CreateIndex
CREATE INDEX "ledger_entry_milestone_id_idx" ON "ledger_entry"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_kind_source_key_key" ON "ledger_entry"("kind", "source_key");

-- CreateIndex
CREATE INDEX "ledger_posting_account_id_idx" ON "ledger_posting"("account_id");

-- CreateIndex
CREATE INDEX "ledger_check_at_idx" ON "ledger_check"("at");

-- CreateIndex
CREATE INDEX "mail_organization_id_created_at_idx" ON "mail"("organization_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_id_user_id_key" ON "mail"("message_id", "user_id");

-- CreateIndex
CREATE INDEX "milestone_partnership_id_created_at_idx" ON "milestone"("partnership_id", "created_at");

-- CreateIndex
CREATE INDEX "milestone_state_idx" ON "milestone"("state");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_criterion_milestone_id_position_key" ON "milestone_criterion"("milestone_id", "position");

-- CreateIndex
CREATE INDEX "milestone_transition_milestone_id_position_idx" ON "milestone_transition"("milestone_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "submission_milestone_id_version_key" ON "submission"("milestone_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "revision_request_milestone_id_round_key" ON "revision_request"("milestone_id", "round");

-- CreateIndex
CREATE INDEX "operation_status_not_before_idx" ON "operation"("status", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "operation_kind_subject_id_key" ON "operation"("kind", "subject_id");

-- CreateIndex
CREATE INDEX "deadline_status_due_at_idx" ON "deadline"("status", "due_at");

-- CreateIndex
CREATE INDEX "deadline_milestone_id_idx" ON "deadline"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organization_id_user_id_key" ON "member"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "invitation_organization_id_idx" ON "invitation"("organization_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "partnership_party_organization_id_idx" ON "partnership_party"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "payee_account_provider_account_id_key" ON "payee_account"("provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "funding_checkout_session_id_key" ON "funding"("checkout_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "funding_provider_payment_id_key" ON "funding"("provider_payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "funding_provider_charge_id_key" ON "funding"("provider_charge_id");

-- CreateIndex
CREATE INDEX "funding_milestone_id_created_at_idx" ON "funding"("milestone_id", "created_at");

-- CreateIndex
CREATE INDEX "release_milestone_id_created_at_idx" ON "release"("milestone_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_provider_transfer_id_key" ON "transfer"("provider_transfer_id");

-- CreateIndex
CREATE INDEX "transfer_release_id_idx" ON "transfer"("release_id");

-- CreateIndex
CREATE INDEX "transfer_milestone_id_idx" ON "transfer"("milestone_id");

-- CreateIndex
CREATE UNIQUE INDEX "payout_provider_payout_id_key" ON "payout"("provider_payout_id");

-- CreateIndex
CREATE INDEX "payout_organization_id_created_at_idx" ON "payout"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "payout_line_release_id_idx" ON "payout_line"("release_id");

-- CreateIndex
CREATE INDEX "provider_event_processed_at_idx" ON "provider_event"("processed_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_token" ADD CONSTRAINT "handover_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_chunk" ADD CONSTRAINT "file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_account" ADD CONSTRAINT "ledger_account_kind_fkey" FOREIGN KEY ("kind") REFERENCES "ledger_account_kind"("kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_balance" ADD CONSTRAINT "ledger_balance_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_criterion" ADD CONSTRAINT "milestone_criterion_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_transition" ADD CONSTRAINT "milestone_transition_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_criterion" ADD CONSTRAINT "submission_criterion_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_file" ADD CONSTRAINT "submission_file_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_file" ADD CONSTRAINT "submission_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_request" ADD CONSTRAINT "revision_request_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_criterion" ADD CONSTRAINT "revision_criterion_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_party" ADD CONSTRAINT "partnership_party_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_version" ADD CONSTRAINT "agreement_version_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding" ADD CONSTRAINT "funding_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_line" ADD CONSTRAINT "payout_line_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_line" ADD CONSTRAINT "payout_line_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
