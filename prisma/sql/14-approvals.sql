-- Requests for a second person. They are one organization's own: its partners see nothing of them, in no table.

-- What a decision about a milestone may look at of the rule of the organization in whose scope it runs. Null where there
-- is no rule and nothing waits, which costs two looks into an index.
CREATE OR REPLACE FUNCTION app.release_approvals(locked milestone) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT CASE WHEN EXISTS (SELECT 1 FROM approval_limit l WHERE l.organization_id = app.current_organization())
    OR EXISTS (SELECT 1 FROM approval_request r WHERE r.milestone_id = locked.id AND r.status = 'waiting')
  THEN jsonb_build_object(
    'limits', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('currency', l.currency, 'amount', l.amount::text)), '[]')
      FROM approval_limit l WHERE l.organization_id = app.current_organization()),
    'waiting', (
      SELECT jsonb_build_object('id', r.id, 'kind', r.kind, 'status', r.status, 'currency', r.currency,
        'amount', r.amount::text, 'act', r.act, 'makerUserId', r.maker_user_id, 'makerName', r.maker_name,
        'expiresAt', r.expires_at)
      FROM approval_request r
      WHERE r.milestone_id = locked.id AND r.organization_id = app.current_organization() AND r.status = 'waiting'),
    'releasedAlone', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('userId', parts.user_id, 'amount', parts.total::text)), '[]')
      FROM (
        SELECT t.actor_user_id AS user_id, sum(t.amount) AS total FROM milestone_transition t
        WHERE t.milestone_id = locked.id AND t.event = 'release_part' AND t.actor_user_id IS NOT NULL
          AND t.position > coalesce((
            SELECT max(d.position) FROM approval_request r
            JOIN milestone_transition d ON d.milestone_id = locked.id AND d.command_key = r.decision_key
            WHERE r.milestone_id = locked.id AND r.status = 'approved'), 0)
        GROUP BY t.actor_user_id
      ) AS parts),
    'members', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('userId', m.user_id, 'role', m.role)), '[]')
      FROM member m WHERE m.organization_id = app.current_organization() AND m.role IN ('owner', 'approver'))
  ) END
$$;

-- Lodges a request, or settles one that waits, in the transaction of whatever it brings about.
CREATE OR REPLACE FUNCTION app.write_approval(actor jsonb, part jsonb, command_key text, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  draft constant jsonb := part -> 'lodge';
  settled constant jsonb := part -> 'settle';
BEGIN
  IF draft IS NOT NULL THEN
    INSERT INTO approval_request (id, organization_id, kind, status, partnership_id, milestone_id, currency, amount, act,
      limit_amount, maker_user_id, maker_name, created_at, expires_at)
    VALUES ((draft ->> 'id')::uuid, app.current_organization(), draft ->> 'kind', 'waiting', (draft ->> 'partnershipId')::uuid,
      (draft ->> 'milestoneId')::uuid, draft ->> 'currency', (draft ->> 'amount')::bigint, draft -> 'act',
      (draft ->> 'limit')::bigint, (actor ->> 'userId')::uuid, actor ->> 'name', at, (draft ->> 'expiresAt')::timestamptz);
  END IF;
  IF settled IS NOT NULL THEN
    UPDATE approval_request r SET status = settled ->> 'status', settled_at = at, reason = settled ->> 'reason',
      decided_by_user_id = (settled -> 'decidedBy' ->> 'userId')::uuid, decided_by_name = settled -> 'decidedBy' ->> 'name',
      release_id = (settled ->> 'releaseId')::uuid,
      decision_key = CASE WHEN settled ->> 'status' = 'approved' THEN command_key END
    WHERE r.id = (settled ->> 'id')::uuid AND r.organization_id = app.current_organization() AND r.status = 'waiting';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'approval request % was settled before', settled ->> 'id' USING ERRCODE = 'EV006';
    END IF;
  END IF;
END $$;

-- Requests whose last instant has come by the product's clock.
CREATE OR REPLACE FUNCTION app.due_approvals(now timestamptz, most int) RETURNS TABLE (id uuid, organization_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT r.id, r.organization_id FROM approval_request r
  WHERE r.status = 'waiting' AND r.expires_at <= now ORDER BY r.expires_at, r.id LIMIT most
$$;
