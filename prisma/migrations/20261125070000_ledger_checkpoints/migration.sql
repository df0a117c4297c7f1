-- Entries are numbered in the order in which they came, so that a check can go on where the last one ended.
ALTER TABLE "ledger_entry" ADD COLUMN "seq" BIGSERIAL NOT NULL;
CREATE UNIQUE INDEX "ledger_entry_seq_key" ON "ledger_entry"("seq");

CREATE TABLE "ledger_checkpoint" (
    "account_id" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,

    CONSTRAINT "ledger_checkpoint_pkey" PRIMARY KEY ("account_id")
);

CREATE TABLE "ledger_block" (
    "last_seq" BIGINT NOT NULL,
    "first_seq" BIGINT NOT NULL,
    "postings" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "ledger_block_pkey" PRIMARY KEY ("last_seq")
);

CREATE TABLE "ledger_progress" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "closed_seq" BIGINT NOT NULL,
    "pending_seq" BIGINT,
    "pending_xid" BIGINT,

    CONSTRAINT "ledger_progress_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "ledger_checkpoint" ADD CONSTRAINT "ledger_checkpoint_account_id_fkey"
    FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
