-- The record of what happened cannot be rewritten, not even by the owner of the tables.

CREATE OR REPLACE FUNCTION app.refuse_rewrite() RETURNS trigger
LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'EV002'; END $$;

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['ledger_entry', 'ledger_posting', 'ledger_account', 'audit_event', 'milestone_transition',
    'submission', 'submission_criterion', 'submission_file', 'revision_request', 'revision_criterion', 'release', 'roll', 'roll_part',
    'provider_transaction', 'account_event', 'platform_fee', 'receipt'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS append_only ON public.%I', guarded);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON public.%I
      FOR EACH ROW EXECUTE FUNCTION app.refuse_rewrite()', guarded);
    EXECUTE format('DROP TRIGGER IF EXISTS append_only_all ON public.%I', guarded);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.%I
      FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_rewrite()', guarded);
  END LOOP;
END $$;
