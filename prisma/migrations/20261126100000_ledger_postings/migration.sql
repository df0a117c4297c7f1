-- That a posting's entry and account are there is seen by the statement's own check (app.check_added_postings): neither
-- is ever deleted, and a foreign key would lock the row of an account that everybody posts to.
ALTER TABLE "ledger_posting" DROP CONSTRAINT "ledger_posting_entry_id_fkey", DROP CONSTRAINT "ledger_posting_account_id_fkey";

-- Room in each page for the next version of a balance, which then needs no new index entry.
ALTER TABLE "ledger_balance" SET (fillfactor = 50);
