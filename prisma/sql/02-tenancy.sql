-- Row-level security. The organization is set for the transaction; without it nothing is visible.

CREATE OR REPLACE FUNCTION app.current_organization() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;

-- Who acts, where a row is one person's own. Set for the transaction; without it nobody's is visible.
CREATE OR REPLACE FUNCTION app.current_person() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;

-- The partnerships of the current organization, as an array, so that a policy asks once per statement.
CREATE OR REPLACE FUNCTION app.my_partnerships() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT coalesce(array_agg(partnership_id), '{}')
  FROM partnership_party
  WHERE organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
$$;

-- Organizations whose name the current one may read: itself and those it has a partnership with.
CREATE OR REPLACE FUNCTION app.visible_organizations() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT array_agg(DISTINCT organization_id) FROM (
    SELECT organization_id FROM partnership_party WHERE partnership_id = ANY (app.my_partnerships())
    UNION SELECT nullif(current_setting('app.organization_id', true), '')::uuid
  ) AS visible
$$;

-- Forces row-level security on a table: a tenant sees and writes what the rule says, the system role everything.
CREATE OR REPLACE FUNCTION app.guard_table(table_name text, rule text) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format('DROP POLICY IF EXISTS tenant ON public.%I', table_name);
  EXECUTE format('CREATE POLICY tenant ON public.%I TO evenshare_app USING (%s) WITH CHECK (%s)', table_name, rule, rule);
  EXECUTE format('DROP POLICY IF EXISTS system ON public.%I', table_name);
  EXECUTE format('CREATE POLICY system ON public.%I TO evenshare_system USING (true) WITH CHECK (true)', table_name);
END $$;

DO $$
DECLARE
  entry record;
  partnership_rule constant text := 'partnership_id = ANY ((SELECT app.my_partnerships())::uuid[])';
  own_rule constant text := 'organization_id = (SELECT app.current_organization())';
  person_rule constant text := 'user_id = (SELECT app.current_person())';
BEGIN
  FOR entry IN
    SELECT * FROM (VALUES
      ('partnership', 'id = ANY ((SELECT app.my_partnerships())::uuid[])'),
      ('partnership_party', partnership_rule),
      ('agreement_version', partnership_rule),
      ('milestone', partnership_rule),
      ('milestone_criterion', partnership_rule),
      ('milestone_transition', partnership_rule),
      ('submission', partnership_rule),
      ('submission_criterion', partnership_rule),
      ('submission_file', partnership_rule),
      ('revision_request', partnership_rule),
      ('revision_criterion', partnership_rule),
      ('deadline', partnership_rule),
      ('funding', partnership_rule),
      ('funding_return', partnership_rule),
      ('hold', partnership_rule),
      ('remainder_offer', partnership_rule),
      ('roll', partnership_rule),
      ('roll_part', partnership_rule),
      ('charge_share', partnership_rule),
      ('refund', partnership_rule),
      ('receipt', own_rule),
      ('release', partnership_rule),
      ('transfer', partnership_rule),
      ('payment_customer', own_rule),
      ('method_setup', own_rule),
      ('payment_method', own_rule),
      ('payout', own_rule || ' OR EXISTS (SELECT 1 FROM payout_line l WHERE l.payout_id = payout.id)'),
      ('payout_line', own_rule || ' OR ' || partnership_rule),
      ('payee_account', 'organization_id = ANY ((SELECT app.visible_organizations())::uuid[])'),
      ('file', own_rule || ' OR ' || partnership_rule),
      ('file_chunk', 'EXISTS (SELECT 1 FROM file f WHERE f.id = file_chunk.file_id)'),
      ('approval_limit', own_rule),
      ('approval_request', own_rule),
      ('command', own_rule),
      ('mail', own_rule),
      ('mail_domain', own_rule),
      ('notification', own_rule || ' AND ' || person_rule),
      ('notice_choice', own_rule || ' AND ' || person_rule),
      ('quiet_hours', person_rule),
      ('mail_link_key', 'false'),
      ('audit_event', own_rule || ' OR ' || partnership_rule),
      ('organization', 'id = ANY ((SELECT app.visible_organizations())::uuid[])'),
      ('member', own_rule),
      ('invitation', own_rule),
      ('invitation_link', own_rule),
      ('organization_logo', 'organization_id = ANY ((SELECT app.visible_organizations())::uuid[])'),
      ('ledger_account', 'false'),
      ('ledger_balance', 'false'),
      ('ledger_entry', 'false'),
      ('ledger_posting', 'false'),
      ('ledger_check', 'false'),
      ('ledger_checkpoint', 'false'),
      ('ledger_block', 'false'),
      ('ledger_progress', 'false'),
      ('platform_fee', 'false'),
      ('operation', 'false'),
      ('provider_event', 'false'),
      ('provider_transaction', 'false'),
      ('provider_reading', 'false'),
      ('provider_balance', 'false'),
      ('reconciliation_run', 'false'),
      ('reconciliation_line', own_rule),
      ('revenue_source', own_rule),
      ('revenue_mapping', own_rule),
      ('revenue_import', own_rule),
      ('revenue_fault', own_rule),
      ('revenue_line', own_rule),
      ('user', 'false'),
      ('session', 'false'),
      ('account', 'false'),
      ('verification', 'false'),
      ('handover_token', 'false'),
      ('account_link', 'false'),
      ('second_factor', 'false'),
      ('recovery_code', 'false'),
      ('account_event', 'false'),
      ('rate_limit', 'false')
    ) AS rules (table_name, rule)
  LOOP
    PERFORM app.guard_table(entry.table_name, entry.rule);
  END LOOP;

  FOR entry IN
    SELECT unnest(ARRAY['user', 'session', 'account', 'verification', 'handover_token', 'organization', 'member', 'invitation',
      'account_link', 'second_factor', 'recovery_code', 'account_event'])
      AS table_name
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS auth ON public.%I', entry.table_name);
    EXECUTE format('CREATE POLICY auth ON public.%I TO evenshare_auth USING (true) WITH CHECK (true)', entry.table_name);
  END LOOP;
END $$;

-- A partner may read whether the producer can be paid; only the producer itself may write it.
DROP POLICY IF EXISTS owner_inserts ON payee_account;
CREATE POLICY owner_inserts ON payee_account AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (organization_id = (SELECT app.current_organization()));
DROP POLICY IF EXISTS owner_updates ON payee_account;
CREATE POLICY owner_updates ON payee_account AS RESTRICTIVE FOR UPDATE TO evenshare_app
  USING (organization_id = (SELECT app.current_organization()));

-- A partner may read how an organization is called and looks; only the organization itself may write it.
DROP POLICY IF EXISTS owner_updates ON organization;
CREATE POLICY owner_updates ON organization AS RESTRICTIVE FOR UPDATE TO evenshare_app
  USING (id = (SELECT app.current_organization()));
DROP POLICY IF EXISTS owner_inserts ON organization_logo;
CREATE POLICY owner_inserts ON organization_logo AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (organization_id = (SELECT app.current_organization()));
DROP POLICY IF EXISTS owner_updates ON organization_logo;
CREATE POLICY owner_updates ON organization_logo AS RESTRICTIVE FOR UPDATE TO evenshare_app
  USING (organization_id = (SELECT app.current_organization()));
DROP POLICY IF EXISTS owner_deletes ON organization_logo;
CREATE POLICY owner_deletes ON organization_logo AS RESTRICTIVE FOR DELETE TO evenshare_app
  USING (organization_id = (SELECT app.current_organization()));
