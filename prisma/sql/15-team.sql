-- Members and invitations: what must look past one tenant.

-- The members of the current organization with their names, oldest first. Whose name is told belongs to it.
CREATE OR REPLACE FUNCTION app.list_members()
RETURNS TABLE (user_id uuid, name text, email text, role text, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT u.id, u.name, u.email, m.role, m.created_at
  FROM member m JOIN "user" u ON u.id = m.user_id
  WHERE m.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
  ORDER BY m.created_at, m.id
$$;

-- Members join, leave and change one after the other: who counts the owners must not be overtaken.
CREATE OR REPLACE FUNCTION app.lock_team(organization uuid) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp
AS $$ SELECT pg_advisory_xact_lock(hashtextextended('team:' || organization, 0)) $$;

-- Whose invitation a link opens. The link is the only authority: whoever holds it may read what it says.
CREATE OR REPLACE FUNCTION app.find_invitation(link_hash text)
RETURNS TABLE (id uuid, organization_id uuid, organization_name text, organization_kind text, kind text, email text,
  role text, status text, inviter_name text, expires_at timestamptz, title text, terms jsonb, starts_on text,
  accepted_by_user_id uuid, partnership_id uuid, replaced boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT i.id, o.id, o.name, o.kind, i.kind, i.email, i.role, i.status, i.inviter_name, i.expires_at, i.title, i.terms,
    i.starts_on::text, i.accepted_by_user_id, i.partnership_id, l.replaced_at IS NOT NULL
  FROM invitation_link l JOIN invitation i ON i.id = l.invitation_id JOIN organization o ON o.id = i.organization_id
  WHERE l.token_hash = link_hash
$$;

-- The partnerships that a person was asked into by e-mail, whatever became of them, newest first. The confirmed address is
-- the authority: an address that nobody has confirmed was sent nothing.
CREATE OR REPLACE FUNCTION app.partner_invitations_of(person uuid)
RETURNS TABLE (id uuid, organization_id uuid, organization_name text, organization_kind text, kind text, email text,
  role text, status text, inviter_name text, expires_at timestamptz, title text, terms jsonb, starts_on text,
  accepted_by_user_id uuid, partnership_id uuid, replaced boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT i.id, o.id, o.name, o.kind, i.kind, i.email, i.role, i.status, i.inviter_name, i.expires_at, i.title, i.terms,
    i.starts_on::text, i.accepted_by_user_id, i.partnership_id, false
  FROM "user" u JOIN invitation i ON i.email = lower(u.email) JOIN organization o ON o.id = i.organization_id
  WHERE u.id = person AND u.email_verified AND i.kind = 'partner'
  ORDER BY i.created_at DESC, i.id DESC
$$;
