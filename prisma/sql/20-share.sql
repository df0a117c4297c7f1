-- Revenue-share agreements. One crosses partnerships: it is its brand's and every party's.

-- The agreements of the current organization, as an array, so that a policy asks once per statement.
CREATE OR REPLACE FUNCTION app.my_share_agreements() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT id FROM share_agreement
    WHERE organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
    UNION SELECT agreement_id FROM share_party
    WHERE organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
  ) AS mine
$$;

-- How the parties of those agreements are called. Two payees of a brand need have no partnership with each other.
CREATE OR REPLACE FUNCTION app.share_party_names(agreements uuid[]) RETURNS TABLE (organization_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT DISTINCT o.id, o.name FROM share_party p JOIN organization o ON o.id = p.organization_id
  WHERE p.agreement_id = ANY (agreements) AND p.agreement_id = ANY (app.my_share_agreements())
$$;

DO $$
DECLARE
  entry record;
  party_rule constant text := 'agreement_id = ANY ((SELECT app.my_share_agreements())::uuid[])';
  own_rule constant text := 'organization_id = (SELECT app.current_organization())';
BEGIN
  FOR entry IN
    SELECT * FROM (VALUES
      ('share_agreement', own_rule || ' OR id = ANY ((SELECT app.my_share_agreements())::uuid[])'),
      ('share_party', party_rule),
      ('share_version', party_rule),
      ('share_acceptance', party_rule),
      ('share_item', party_rule)
    ) AS rules (table_name, rule)
  LOOP
    PERFORM app.guard_table(entry.table_name, entry.rule);
  END LOOP;
END $$;

-- Only the brand proposes, and only with producers it has a partnership with.
DROP POLICY IF EXISTS brand_inserts ON share_agreement;
CREATE POLICY brand_inserts ON share_agreement AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (organization_id = (SELECT app.current_organization()));
DROP POLICY IF EXISTS brand_inserts ON share_party;
CREATE POLICY brand_inserts ON share_party AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (
    EXISTS (SELECT 1 FROM share_agreement a WHERE a.id = agreement_id AND a.organization_id = (SELECT app.current_organization()))
    AND CASE WHEN partnership_id IS NULL THEN organization_id = (SELECT app.current_organization())
      ELSE EXISTS (SELECT 1 FROM partnership_party p WHERE p.partnership_id = share_party.partnership_id
        AND p.organization_id = share_party.organization_id AND p.kind = 'producer') END);
DROP POLICY IF EXISTS brand_inserts ON share_version;
CREATE POLICY brand_inserts ON share_version AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (EXISTS (SELECT 1 FROM share_agreement a
    WHERE a.id = agreement_id AND a.organization_id = (SELECT app.current_organization())));
-- A party answers for itself alone.
DROP POLICY IF EXISTS party_answers ON share_acceptance;
CREATE POLICY party_answers ON share_acceptance AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (EXISTS (SELECT 1 FROM share_party p WHERE p.agreement_id = share_acceptance.agreement_id
    AND p.key = share_acceptance.party_key AND p.organization_id = (SELECT app.current_organization())));

-- An item is found under the brand whose agreement it is of, whoever accepted last.
DROP POLICY IF EXISTS of_its_brand ON share_item;
CREATE POLICY of_its_brand ON share_item AS RESTRICTIVE FOR INSERT TO evenshare_app
  WITH CHECK (EXISTS (SELECT 1 FROM share_agreement a
    WHERE a.id = agreement_id AND a.organization_id = share_item.organization_id));

-- A version counts only when every party has accepted it, and what has ended stays so, whatever the code above says.
CREATE OR REPLACE FUNCTION app.guard_share_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
  IF NOT (OLD.status = 'proposed' AND NEW.status IN ('active', 'declined', 'withdrawn'))
    AND NOT (OLD.status = 'active' AND NEW.status = 'superseded') THEN
    RAISE EXCEPTION 'version % of agreement % does not become % from %', NEW.version, NEW.agreement_id, NEW.status, OLD.status
      USING ERRCODE = 'EV002';
  END IF;
  IF NEW.status = 'active' AND EXISTS (
    SELECT 1 FROM share_party p WHERE p.agreement_id = NEW.agreement_id AND NOT EXISTS (
      SELECT 1 FROM share_acceptance a WHERE a.agreement_id = p.agreement_id AND a.version = NEW.version
        AND a.party_key = p.key AND a.answer = 'accepted')
  ) THEN
    RAISE EXCEPTION 'not every party has accepted version % of agreement %', NEW.version, NEW.agreement_id USING ERRCODE = 'EV002';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS guard ON share_version;
CREATE TRIGGER guard BEFORE UPDATE OF status ON share_version FOR EACH ROW EXECUTE FUNCTION app.guard_share_version();

GRANT SELECT, INSERT ON share_agreement, share_party, share_version, share_acceptance, share_item TO evenshare_app;
-- Terms that were proposed stay as they are; what becomes of a version is all that is written to it.
GRANT UPDATE (status, activated_at, ended_reason) ON share_version TO evenshare_app;

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['share_acceptance', 'share_party', 'share_agreement'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS append_only ON public.%I', guarded);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON public.%I
      FOR EACH ROW EXECUTE FUNCTION app.refuse_rewrite()', guarded);
  END LOOP;
END $$;
