-- CreateTable
CREATE TABLE "approval_limit" (
    "organization_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "approval_limit_pkey" PRIMARY KEY ("organization_id","currency")
);

-- CreateTable
CREATE TABLE "approval_request" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "partnership_id" UUID,
    "milestone_id" UUID,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "act" JSONB NOT NULL,
    "limit_amount" BIGINT,
    "maker_user_id" UUID NOT NULL,
    "maker_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "decided_by_user_id" UUID,
    "decided_by_name" TEXT,
    "reason" TEXT,
    "release_id" UUID,
    "decision_key" TEXT,

    CONSTRAINT "approval_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_request_organization_id_status_created_at_idx" ON "approval_request"("organization_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "approval_request_milestone_id_idx" ON "approval_request"("milestone_id");

-- AddForeignKey
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "approval_limit" ADD CONSTRAINT "approval_limit_in_range" CHECK ("amount" >= 0 AND "amount" <= 1000000000000);
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_status_known"
  CHECK ("status" IN ('waiting', 'approved', 'declined', 'withdrawn', 'expired', 'void'));
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_settled_once"
  CHECK (("status" = 'waiting') = ("settled_at" IS NULL));
-- Whoever asks is never the one who approves, whatever the code above says.
ALTER TABLE "approval_request" ADD CONSTRAINT "approval_request_by_a_second_person"
  CHECK ("status" <> 'approved' OR ("decided_by_user_id" IS NOT NULL AND "decided_by_user_id" <> "maker_user_id"));

-- One release of a milestone, and one change of a limit, waits at a time.
CREATE UNIQUE INDEX "approval_request_one_waits_per_milestone" ON "approval_request" ("milestone_id")
  WHERE "status" = 'waiting' AND "milestone_id" IS NOT NULL;
CREATE UNIQUE INDEX "approval_request_one_waits_per_limit" ON "approval_request" ("organization_id", "currency")
  WHERE "status" = 'waiting' AND "kind" = 'approval.set_limits';
CREATE INDEX "approval_request_waiting" ON "approval_request" ("expires_at") WHERE "status" = 'waiting';
