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

-- Writes messages. Each tells every member of an organization who holds one of the roles (`toOrganizationId`, `toRoles`; of
-- them `onlyUserId`, or all but `exceptUserId`), or one person (`toPerson`): a notification for each member who wants one,
-- and a mail for each who gets one. The mail goes out in the name of the organization that caused it
-- (`fromOrganizationId`), but never to its own members: those hear from the platform. The same message again does nothing.
-- Answers the operations that send the new mails, for `app.enqueue_operations`.
CREATE OR REPLACE FUNCTION app.write_messages(messages jsonb, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  sending jsonb;
BEGIN
  WITH message AS MATERIALIZED (
    SELECT (m.item ->> 'id')::uuid AS id, m.item ->> 'template' AS template, m.item -> 'data' AS data,
      app.notice_group(m.item ->> 'template') AS event_group, (m.item ->> 'fromOrganizationId')::uuid AS sender,
      m.item
    FROM jsonb_array_elements(messages) AS m (item)
  ), reader AS MATERIALIZED (
    SELECT s.id AS message_id, s.template, s.data, s.sender, o.id AS organization_id, u.id AS user_id, u.name, u.email,
      o.kind AS side, m.role, coalesce(c.in_app, true) AS in_app,
      coalesce(c.mail, true) OR NOT app.is_work_group(s.event_group) AS by_mail
    FROM message s JOIN member m ON m.organization_id = (s.item ->> 'toOrganizationId')::uuid
      JOIN organization o ON o.id = m.organization_id JOIN "user" u ON u.id = m.user_id
      LEFT JOIN notice_choice c ON c.organization_id = o.id AND c.user_id = u.id AND c."group" = s.event_group
    WHERE s.item -> 'toRoles' ? m.role
      AND m.user_id = coalesce((s.item ->> 'onlyUserId')::uuid, m.user_id)
      AND m.user_id IS DISTINCT FROM (s.item ->> 'exceptUserId')::uuid
  ), sent AS (
    INSERT INTO mail (id, message_id, organization_id, user_id, template, data, to_name, to_email, side, role, status, created_at, sender_id)
    SELECT gen_random_uuid(), r.message_id, r.organization_id, r.user_id, r.template, r.data, r.name, r.email, r.side, r.role,
      'queued', write_messages.at, nullif(r.sender, r.organization_id)
    FROM reader r WHERE r.by_mail
    UNION ALL
    SELECT gen_random_uuid(), s.id, NULL, (s.item #>> '{toPerson,userId}')::uuid, s.template, s.data,
      s.item #>> '{toPerson,name}', s.item #>> '{toPerson,email}', s.item #>> '{toPerson,side}', NULL, 'queued',
      write_messages.at, s.sender
    FROM message s WHERE s.item ? 'toPerson'
    ON CONFLICT (message_id, to_email) DO NOTHING
    RETURNING mail.id, mail.message_id, mail.organization_id, mail.user_id
  ), shown AS (
    INSERT INTO notification (id, message_id, organization_id, user_id, template, data, created_at, mail_id)
    SELECT gen_random_uuid(), r.message_id, r.organization_id, r.user_id, r.template, r.data, write_messages.at, s.id
    FROM reader r LEFT JOIN sent s ON s.message_id = r.message_id AND s.user_id = r.user_id AND s.organization_id = r.organization_id
    WHERE r.in_app
    ON CONFLICT (message_id, user_id) DO NOTHING
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'kind', 'mail.send', 'subjectId', sent.id,
    'organizationId', sent.organization_id)), '[]') INTO sending FROM sent;
  RETURN sending;
END $$;

-- Writes one message, and has its mails sent.
CREATE OR REPLACE FUNCTION app.queue_mail(message jsonb, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT app.enqueue_operations(app.write_messages(jsonb_build_array(message), at), at)
$$;

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
  sending jsonb;
BEGIN
  WITH due AS (
    UPDATE mail SET status = 'queued', due_at = NULL WHERE mail.id IN (
      SELECT m.id FROM mail m JOIN operation o ON o.kind = 'mail.send' AND o.subject_id = m.id::text AND o.status <> 'pending'
      WHERE m.status = 'waiting' AND m.due_at <= now
      ORDER BY m.due_at, m.created_at LIMIT most FOR UPDATE OF m SKIP LOCKED)
    RETURNING mail.id, mail.organization_id
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'kind', 'mail.send', 'subjectId', due.id,
    'organizationId', due.organization_id)), '[]') INTO sending FROM due;
  PERFORM app.enqueue_operations(sending, now);
  RETURN jsonb_array_length(sending);
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
