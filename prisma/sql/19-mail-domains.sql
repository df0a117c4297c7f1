-- Domains that organizations send mails from.

-- Takes a domain for the current organization, until the end of the transaction: false when another one has proved it.
-- Of two that prove it at once one waits here and finds it taken.
CREATE OR REPLACE FUNCTION app.take_mail_domain(wanted text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('mail_domain:' || wanted, 0));
  RETURN NOT EXISTS (
    SELECT 1 FROM mail_domain d
    WHERE d.domain = wanted AND d.status = 'verified' AND d.organization_id IS DISTINCT FROM app.current_organization());
END $$;

-- Verified domains whose next look has come by the product's clock.
CREATE OR REPLACE FUNCTION app.due_mail_domains(now timestamptz, most int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT d.id, d.organization_id FROM mail_domain d
  WHERE d.status = 'verified' AND d.due_at <= now ORDER BY d.due_at, d.id LIMIT most
$$;
