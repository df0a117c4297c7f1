-- Telling people what happened: in the portal and by mail, by what each of them has chosen.

-- The group of an event, as the domain says it (`groupOfTemplate`). What is not named here counts as money: told always.
CREATE OR REPLACE FUNCTION app.notice_group(template text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE
    WHEN template IN ('partnership.started', 'agreement.accepted') THEN 'partnership'
    WHEN template IN ('milestone.proposed', 'milestone.declined', 'milestone.agreed', 'milestone.started') THEN 'milestone'
    WHEN template IN ('milestone.submitted', 'milestone.revision_requested') THEN 'review'
    WHEN template IN ('payout.sent', 'payout.paid', 'payout.failed', 'account.ready', 'account.attention', 'account.bank_changed')
      THEN 'payout'
    WHEN template = 'mail_domain.lost' THEN 'organization'
    WHEN template IN ('organization.invited', 'partnership.invited', 'member.removed', 'account.verify_email',
      'account.reset_password', 'account.password_changed', 'account.confirm_email', 'account.email_changed',
      'account.second_factor_on', 'account.second_factor_off', 'operator.told') THEN 'access'
    ELSE 'money'
  END
$$;

-- Groups whose mail a person may switch off, and whose mail waits for the end of quiet hours.
CREATE OR REPLACE FUNCTION app.is_work_group(name text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT name IN ('partnership', 'milestone', 'review') $$;

-- Tells every member of an organization who holds one of the roles (`toOrganizationId`, `toRoles`; of them `onlyUserId`,
-- or all but `exceptUserId`), or one person (`toPerson`): a notification for each member who wants one, and a mail with an operation of its own for each who gets
-- one. The mail goes out in the name of the organization that caused it (`fromOrganizationId`), but never to its own
-- members: those hear from the platform. The same message again does nothing.
CREATE OR REPLACE FUNCTION app.queue_mail(message jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  person constant jsonb := message -> 'toPerson';
  event_group constant text := app.notice_group(message ->> 'template');
  sender constant uuid := (message ->> 'fromOrganizationId')::uuid;
  may_be_off constant boolean := app.is_work_group(event_group);
  queued record;
BEGIN
  FOR queued IN
    WITH members AS (
      SELECT o.id AS organization_id, u.id AS user_id, u.name, u.email, o.kind AS side, m.role,
        coalesce(c.in_app, true) AS in_app, coalesce(c.mail, true) OR NOT may_be_off AS by_mail
      FROM member m JOIN organization o ON o.id = m.organization_id JOIN "user" u ON u.id = m.user_id
        LEFT JOIN notice_choice c ON c.organization_id = o.id AND c.user_id = u.id AND c."group" = event_group
      WHERE o.id = (message ->> 'toOrganizationId')::uuid
        AND m.role IN (SELECT jsonb_array_elements_text(message -> 'toRoles'))
        AND u.id = coalesce((message ->> 'onlyUserId')::uuid, u.id)
        AND u.id IS DISTINCT FROM (message ->> 'exceptUserId')::uuid
    ), mails AS (
      INSERT INTO mail (id, message_id, organization_id, user_id, template, data, to_name, to_email, side, role, status, created_at, sender_id)
      SELECT gen_random_uuid(), (message ->> 'id')::uuid, m.organization_id, m.user_id, message ->> 'template', message -> 'data',
        m.name, m.email, m.side, m.role, 'queued', queue_mail.at, nullif(sender, m.organization_id)
      FROM members m WHERE m.by_mail
      UNION ALL
      SELECT gen_random_uuid(), (message ->> 'id')::uuid, NULL, (person ->> 'userId')::uuid, message ->> 'template',
        message -> 'data', person ->> 'name', person ->> 'email', person ->> 'side', NULL, 'queued', queue_mail.at, sender
      WHERE person IS NOT NULL
      ON CONFLICT (message_id, to_email) DO NOTHING
      RETURNING mail.id, mail.organization_id, mail.user_id
    ), notifications AS (
      INSERT INTO notification (id, message_id, organization_id, user_id, template, data, created_at, mail_id)
      SELECT gen_random_uuid(), (message ->> 'id')::uuid, m.organization_id, m.user_id, message ->> 'template',
        message -> 'data', queue_mail.at, s.id
      FROM members m LEFT JOIN mails s ON s.user_id = m.user_id AND s.organization_id = m.organization_id
      WHERE m.in_app
      ON CONFLICT (message_id, user_id) DO NOTHING
    )
    SELECT mails.id, mails.organization_id FROM mails
  LOOP
    PERFORM app.enqueue_operation(gen_random_uuid(), 'mail.send', queued.id::text, queued.organization_id, at);
  END LOOP;
END $$;

-- One mail of the delivery log, for whoever holds the lease to send it, with what its reader has chosen by now and how its
-- sender looks by now: name, colour, logo, and the domain it is verified for.
DROP FUNCTION IF EXISTS app.read_mail(uuid);
CREATE FUNCTION app.read_mail(wanted uuid)
RETURNS TABLE (id uuid, template text, data jsonb, to_name text, to_email text, side text, role text, status text,
  organization_id uuid, user_id uuid, unwanted boolean, quiet_hours jsonb, sender jsonb, sender_logo bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT m.id, m.template, m.data, m.to_name, m.to_email, m.side, m.role, m.status, m.organization_id, m.user_id,
    -- Switched off since it was queued, or meant for somebody who has left since.
    app.is_work_group(app.notice_group(m.template)) AND (NOT coalesce(c.mail, true) OR NOT EXISTS (
      SELECT 1 FROM member k WHERE k.organization_id = m.organization_id AND k.user_id = m.user_id)),
    CASE WHEN q.user_id IS NOT NULL THEN jsonb_build_object('enabled', q.enabled, 'days', to_jsonb(q.days),
      'fromMinute', q.from_minute, 'toMinute', q.to_minute, 'timeZone', q.time_zone) END,
    CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('name', s.name, 'accent', s.accent,
      'logoType', l.content_type, 'logoSha256', l.sha256,
      'domain', CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'domain', d.domain, 'selector', d.selector,
        'sealedKey', d.sealed_key) END) END,
    l.bytes
  FROM mail m
    LEFT JOIN organization s ON s.id = m.sender_id
    LEFT JOIN organization_logo l ON l.organization_id = s.id
    LEFT JOIN mail_domain d ON d.organization_id = s.id AND d.status = 'verified'
    LEFT JOIN notice_choice c ON c.organization_id = m.organization_id AND c.user_id = m.user_id
      AND c."group" = app.notice_group(m.template)
    LEFT JOIN quiet_hours q ON q.user_id = m.user_id
  WHERE m.id = wanted
$$;

-- The delivery log is written by whoever holds the operation's lease. A mail that is on its way, or never will be, keeps
-- no token: what its link is worth lies in one mailbox only.
CREATE OR REPLACE FUNCTION app.record_mail(mail_id uuid, new_status text, answer text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE mail SET status = new_status, response = answer, sent_at = CASE WHEN new_status = 'sent' THEN at ELSE sent_at END,
    due_at = NULL, data = CASE WHEN new_status = 'sending' THEN data ELSE data - 'token' END
  WHERE id = mail_id AND status <> 'sent'
$$;

-- Lets a mail wait until an instant of the product's clock.
CREATE OR REPLACE FUNCTION app.delay_mail(mail_id uuid, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE mail SET status = 'waiting', due_at = until WHERE id = mail_id AND status IN ('queued', 'waiting')
$$;

-- Takes up mails whose wait is over by the product's clock. One whose operation somebody still holds is left to the next
-- sweep: taken up now, it would be ended together with the old attempt.
CREATE OR REPLACE FUNCTION app.wake_due_mails(now timestamptz, most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  due record;
  count int := 0;
BEGIN
  FOR due IN
    UPDATE mail SET status = 'queued', due_at = NULL WHERE mail.id IN (
      SELECT m.id FROM mail m JOIN operation o ON o.kind = 'mail.send' AND o.subject_id = m.id::text AND o.status <> 'pending'
      WHERE m.status = 'waiting' AND m.due_at <= now
      ORDER BY m.due_at, m.created_at LIMIT most FOR UPDATE OF m SKIP LOCKED)
    RETURNING mail.id, mail.organization_id
  LOOP
    PERFORM app.enqueue_operation(gen_random_uuid(), 'mail.send', due.id::text, due.organization_id, now);
    count := count + 1;
  END LOOP;
  RETURN count;
END $$;

-- A person has changed their quiet hours: what waits for them is looked at again at once.
CREATE OR REPLACE FUNCTION app.reconsider_waiting_mails(at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE mail SET due_at = at WHERE user_id = app.current_person() AND status = 'waiting'
$$;

-- The key that signs the links by which mails about work are switched off; made when it is first needed.
CREATE OR REPLACE FUNCTION app.mail_link_key() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO mail_link_key (id, key) VALUES (1, gen_random_uuid()::text || gen_random_uuid()::text) ON CONFLICT DO NOTHING;
  RETURN (SELECT k.key FROM mail_link_key k WHERE k.id = 1);
END $$;

-- The person that a mail's link is for, as long as they are a member of its organization.
CREATE OR REPLACE FUNCTION app.read_link_member() RETURNS TABLE (name text, email text, organization text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT u.name, u.email, o.name
  FROM member m JOIN organization o ON o.id = m.organization_id JOIN "user" u ON u.id = m.user_id
  WHERE m.organization_id = app.current_organization() AND m.user_id = app.current_person()
$$;
