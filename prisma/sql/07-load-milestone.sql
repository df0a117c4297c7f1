-- The first of two round trips of a change: sets the tenant, claims the command, locks the milestone and reads all that
-- a decision may look at.
--   command  {key, name, inputHash} of a person's click, with the {userId, role} it is made under; null for the clock
--            and the payment provider
-- Answers {status: 'loaded', snapshot} | {status: 'not_found'} | {status: 'replay', answer} | {status: 'key_reused'}
-- | {status: 'not_member'}.
CREATE OR REPLACE FUNCTION app.load_milestone(organization uuid, milestone_id uuid, command jsonb, at timestamptz)
RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  claim jsonb;
  locked milestone%ROWTYPE;
BEGIN
  PERFORM set_config('app.organization_id', organization::text, true);
  IF command IS NOT NULL THEN
    claim := app.claim_command(organization, command, at);
    IF claim IS NOT NULL THEN
      RETURN claim;
    END IF;
  END IF;
  PERFORM app.pass_fault_point('idempotency_claimed');

  SELECT * INTO locked FROM milestone WHERE id = load_milestone.milestone_id
    AND partnership_id = ANY (app.my_partnerships()) FOR UPDATE;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('status', 'not_found');
  END IF;
  RETURN jsonb_build_object('status', 'loaded', 'snapshot', app.milestone_snapshot(locked));
END $$;

-- As `app.load_milestone`, for a change of several at once: the `wanted` ones, or all that share a charge. They are locked
-- in the order of their ids, so that two such changes cannot lock each other out.
-- Answers {status: 'loaded', snapshots}, in that order.
CREATE OR REPLACE FUNCTION app.load_milestones(organization uuid, wanted uuid[], charge uuid, command jsonb, at timestamptz)
RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  claim jsonb;
  ids uuid[] := wanted;
  snapshots jsonb;
BEGIN
  PERFORM set_config('app.organization_id', organization::text, true);
  IF command IS NOT NULL THEN
    claim := app.claim_command(organization, command, at);
    IF claim IS NOT NULL THEN
      RETURN claim;
    END IF;
  END IF;
  PERFORM app.pass_fault_point('idempotency_claimed');

  -- Whoever has a share can pass some of it on until it is locked; after that nobody new comes in.
  LOOP
    IF charge IS NOT NULL THEN
      ids := app.charge_holders(charge);
    END IF;
    PERFORM FROM milestone m WHERE m.id = ANY (ids) AND m.partnership_id = ANY (app.my_partnerships()) ORDER BY m.id FOR UPDATE;
    EXIT WHEN charge IS NULL OR app.charge_holders(charge) <@ ids;
  END LOOP;
  SELECT jsonb_agg(app.milestone_snapshot(m) ORDER BY m.id) INTO snapshots
  FROM milestone m WHERE m.id = ANY (ids) AND m.partnership_id = ANY (app.my_partnerships());
  IF snapshots IS NULL OR jsonb_array_length(snapshots) < cardinality(ids) THEN
    RETURN jsonb_build_object('status', 'not_found');
  END IF;
  RETURN jsonb_build_object('status', 'loaded', 'snapshots', snapshots);
END $$;

-- Claims a command. Null: it is ours to carry out. A second identical command waits here until the first is through.
-- Whoever was removed, or given another role, since the request began has no say any more; until this transaction is
-- through nobody is removed under it.
CREATE OR REPLACE FUNCTION app.claim_command(organization uuid, command jsonb, at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  earlier command%ROWTYPE;
BEGIN
  IF claim_command.command ? 'userId' THEN
    PERFORM FROM member m WHERE m.organization_id = organization
      AND m.user_id = (claim_command.command ->> 'userId')::uuid AND m.role = claim_command.command ->> 'role' FOR SHARE;
    IF NOT FOUND THEN
      RETURN jsonb_build_object('status', 'not_member');
    END IF;
  END IF;
  INSERT INTO command (organization_id, key, name, input_hash, created_at)
  VALUES (organization, (claim_command.command ->> 'key')::uuid, claim_command.command ->> 'name',
    claim_command.command ->> 'inputHash', at)
  ON CONFLICT (organization_id, key) DO NOTHING;
  IF FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO STRICT earlier FROM command c
  WHERE c.organization_id = organization AND c.key = (claim_command.command ->> 'key')::uuid;
  IF earlier.name <> claim_command.command ->> 'name' OR earlier.input_hash <> claim_command.command ->> 'inputHash' THEN
    RETURN jsonb_build_object('status', 'key_reused');
  END IF;
  RETURN jsonb_build_object('status', 'replay', 'answer', earlier.answer);
END $$;

-- The snapshot of a locked milestone. Amounts travel as text, instants as ISO.
CREATE OR REPLACE FUNCTION app.milestone_snapshot(locked milestone) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_object(
    'id', locked.id,
    'partnershipId', locked.partnership_id,
    'partnershipTitle', (SELECT title FROM partnership WHERE id = locked.partnership_id),
    'brand', app.party_of(locked.partnership_id, 'brand'),
    'producer', app.party_of(locked.partnership_id, 'producer'),
    'title', locked.title,
    'state', locked.state,
    'version', locked.version,
    'proposedBy', locked.proposed_by_organization_id,
    'isFirst', locked.is_first,
    'currency', locked.currency,
    'amount', locked.amount::text,
    'revisionRound', locked.revision_round,
    'submissionVersion', locked.submission_version,
    'reviewEndsAt', locked.review_ends_at,
    'blockedReason', locked.blocked_reason,
    'criteria', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text) ORDER BY c.position), '[]')
      FROM milestone_criterion c WHERE c.milestone_id = locked.id),
    'terms', (
      SELECT jsonb_build_object('timeZone', v.time_zone, 'reviewDays', v.review_days,
        'includedRevisions', v.included_revisions, 'feeBp', v.fee_bp, 'feeBearer', v.fee_bearer,
        'firstMinimumStartBp', v.first_minimum_start_bp, 'minimumStartBp', v.minimum_start_bp,
        'accepted', v.status = 'accepted')
      FROM agreement_version v WHERE v.partnership_id = locked.partnership_id AND v.version = locked.agreement_version),
    'balances', (
      SELECT jsonb_build_object('held', b.held::text, 'feeHeld', b.fee_held::text, 'inFlight', b.in_flight::text)
      FROM app.milestone_balances(ARRAY[locked.id]) AS b),
    'released', (SELECT coalesce(sum(r.gross), 0)::text FROM release r WHERE r.milestone_id = locked.id),
    'refunded', (SELECT coalesce(sum(r.amount), 0)::text FROM refund r WHERE r.milestone_id = locked.id AND r.status <> 'failed'),
    'paidOut', (
      SELECT coalesce(sum(l.amount), 0)::text FROM payout_line l JOIN payout p ON p.id = l.payout_id AND p.status = 'paid'
      JOIN release r ON r.id = l.release_id WHERE r.milestone_id = locked.id),
    'fundings', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'status', f.status, 'amount', f.amount::text,
        'fee', f.fee::text, 'purpose', f.purpose)
        ORDER BY f.succeeded_at, f.created_at, f.id), '[]')
      FROM funding f WHERE f.milestone_id = locked.id),
    'charges', app.charges_of(locked.id),
    'refunds', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'fundingId', r.funding_id, 'amount', r.amount::text,
        'fee', r.fee::text, 'status', r.status, 'reason', r.reason) ORDER BY r.created_at, r.id), '[]')
      FROM refund r WHERE r.milestone_id = locked.id),
    'offer', app.open_offer(locked.id),
    'returns', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'fundingId', t.funding_id, 'disputeId', t.provider_dispute_id,
        'amount', t.amount::text, 'fee', t.fee::text, 'fromHeld', t.from_held::text, 'fromFeeHeld', t.from_fee_held::text,
        'owed', t.owed::text, 'status', t.status) ORDER BY t.created_at, t.id), '[]')
      FROM funding_return t WHERE t.milestone_id = locked.id),
    'holds', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'subjectId', h.subject_id, 'reason', h.reason,
        'amount', h.amount::text, 'appealed', h.appealed_at IS NOT NULL,
        'answered', h.answered_at IS NOT NULL) ORDER BY h.placed_at, h.id), '[]')
      FROM hold h WHERE h.milestone_id = locked.id AND h.ended_at IS NULL),
    'openTransfers', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'releaseId', t.release_id, 'status', t.status,
        'amount', t.amount::text, 'releaseNet', r.net::text) ORDER BY t.created_at, t.id), '[]')
      FROM transfer t JOIN release r ON r.id = t.release_id WHERE t.milestone_id = locked.id AND t.status <> 'confirmed'),
    'payee', (
      SELECT CASE
        WHEN a.organization_id IS NULL THEN jsonb_build_object('payable', false, 'reason', 'no_account')
        WHEN a.payable THEN jsonb_build_object('payable', true)
        ELSE jsonb_build_object('payable', false, 'reason', coalesce(a.block, 'onboarding_incomplete')) END
      FROM (SELECT 1) AS one LEFT JOIN payee_account a
        ON a.organization_id = (app.party_of(locked.partnership_id, 'producer') ->> 'id')::uuid),
    'approvals', app.release_approvals(locked)
  )
$$;

CREATE OR REPLACE FUNCTION app.party_of(partnership uuid, party_kind text) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_object('id', o.id, 'name', o.name)
  FROM partnership_party p JOIN organization o ON o.id = p.organization_id
  WHERE p.partnership_id = partnership AND p.kind = party_kind
  ORDER BY p.joined_at, p.organization_id LIMIT 1
$$;
