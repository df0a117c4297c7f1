-- Statements of revenue shares. One is its issuer's and its payee's.

DO $$
DECLARE
  entry record;
  own_rule constant text := 'organization_id = (SELECT app.current_organization())';
BEGIN
  FOR entry IN
    SELECT * FROM (VALUES
      ('statement', own_rule || ' OR payee_id = (SELECT app.current_organization())'),
      ('statement_issuer', own_rule),
      ('statement_counter', own_rule),
      ('statement_event', own_rule)
    ) AS rules (table_name, rule)
  LOOP
    PERFORM app.guard_table(entry.table_name, entry.rule);
  END LOOP;
END $$;

-- Only the issuer issues.
DROP POLICY IF EXISTS issuer_inserts ON statement;
CREATE POLICY issuer_inserts ON statement AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (organization_id = (SELECT app.current_organization()));

GRANT SELECT, INSERT ON statement, statement_issuer, statement_event TO evenshare_app;
GRANT SELECT, INSERT, UPDATE ON statement_counter TO evenshare_app;

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['statement', 'statement_event'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS append_only ON public.%I', guarded);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON public.%I
      FOR EACH ROW EXECUTE FUNCTION app.refuse_rewrite()', guarded);
  END LOOP;
END $$;

-- The next numbers of an issuer's statements of a year; it stays locked until they are used, or given back by a rollback.
CREATE OR REPLACE FUNCTION app.take_statement_numbers(organization uuid, wanted_year int, how_many int) RETURNS int
LANGUAGE sql SET search_path = public, pg_temp
AS $$
  INSERT INTO statement_counter AS c (organization_id, year, last) VALUES (organization, wanted_year, how_many)
  ON CONFLICT (organization_id, year) DO UPDATE SET last = c.last + how_many
  RETURNING last - how_many + 1
$$;

-- Whom a party asks about an agreement's statements: who proposed the version for the brand.
CREATE OR REPLACE FUNCTION app.share_contact(agreement uuid, wanted int) RETURNS TABLE (name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT v.proposed_by_name, u.email FROM share_version v JOIN "user" u ON u.id = v.proposed_by_user_id
  WHERE v.agreement_id = agreement AND v.version = wanted AND v.agreement_id = ANY (app.my_share_agreements())
$$;

-- Which lines an agreement shares so far: those that count, from its first instant on, of its items or of all, with the
-- period in which they were stated. Only for its parties; for a payee past the brand's own scope, since the lines are what its share is of.
CREATE OR REPLACE FUNCTION app.shared_revenue(agreement uuid, items text[], wanted_currency text, since timestamptz)
RETURNS TABLE (source_id uuid, source text, event_id text, seconds text, type text, item text, quantity bigint, gross bigint,
  tax bigint, fees bigint, shipping bigint, original_id text, description text, period text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT l.source_id, s.name, l.event_id, to_char(l.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.type, l.item,
    l.quantity, l.gross, l.tax, l.fees, l.shipping, l.original_id, l.description, e.period
  FROM share_agreement a
    JOIN revenue_line l ON l.organization_id = a.organization_id AND (items IS NULL OR l.item = ANY (items))
    JOIN revenue_source s ON s.id = l.source_id
    JOIN revenue_import i ON i.id = l.import_id AND i.status = 'done'
    LEFT JOIN statement_event e ON e.agreement_id = a.id AND e.source_id = l.source_id AND e.event_id = l.event_id
  WHERE a.id = agreement AND a.id = ANY (app.my_share_agreements()) AND l.currency = wanted_currency
    AND l.occurred_at >= since
$$;
