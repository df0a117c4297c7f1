-- The second of two round trips: writes everything that a decision said, in one statement.
--   actor    {kind, userId, name, organizationId, ip, requestId}
--   command  {key, answer} or null
--   change   as the domain describes it; every part is optional
CREATE OR REPLACE FUNCTION app.apply_change(actor jsonb, command jsonb, change jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  item jsonb;
  messages jsonb;
  operations jsonb;
BEGIN
  FOR item IN SELECT * FROM jsonb_array_elements(change -> 'entries') LOOP
    PERFORM app.post_entry(item, at);
  END LOOP;
  PERFORM app.pass_fault_point('entries_written');

  -- Before the milestone is written: what the deadline brings about cancels the pending ones of its kind.
  IF change ? 'settledDeadline' THEN
    UPDATE deadline SET status = 'done', settled_at = at WHERE id = (change ->> 'settledDeadline')::uuid AND status = 'pending';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'deadline % was settled before', change ->> 'settledDeadline' USING ERRCODE = 'EV006';
    END IF;
  END IF;
  IF change ? 'milestone' THEN
    PERFORM app.write_milestone(actor, change -> 'milestone', command ->> 'key', at);
  END IF;
  PERFORM app.write_payments(change, at);
  PERFORM app.write_returns(actor, change, at);
  PERFORM app.write_remainder(actor, change, at);
  IF change ? 'approval' THEN
    PERFORM app.write_approval(actor, change -> 'approval', command ->> 'key', at);
  END IF;

  FOR item IN SELECT * FROM jsonb_array_elements(change -> 'audit') LOOP
    INSERT INTO audit_event (id, at, organization_id, partnership_id, action, actor_kind, actor_user_id, actor_name,
      subject_type, subject_id, reason, before, after, ip, request_id)
    VALUES (gen_random_uuid(), at, coalesce(item ->> 'organizationId', actor ->> 'organizationId')::uuid, (item ->> 'partnershipId')::uuid, item ->> 'action',
      actor ->> 'kind', (actor ->> 'userId')::uuid, actor ->> 'name', item ->> 'subjectType', item ->> 'subjectId',
      item ->> 'reason', item -> 'before', item -> 'after', actor ->> 'ip', actor ->> 'requestId');
  END LOOP;
  -- What a person of an organization causes its partner hears from that organization, unless the message says whose it is.
  SELECT coalesce(jsonb_agg(CASE WHEN actor ->> 'kind' = 'person' AND m ? 'toOrganizationId'
    THEN jsonb_build_object('fromOrganizationId', actor ->> 'organizationId') || m ELSE m END), '[]')
  INTO messages FROM jsonb_array_elements(change -> 'messages') AS m;
  SELECT coalesce(jsonb_agg(jsonb_build_object('organizationId', app.current_organization()) || o), '[]')
  INTO operations FROM jsonb_array_elements(change -> 'operations') AS o;
  PERFORM app.enqueue_operations(operations || app.write_messages(messages, at), at);
  PERFORM app.pass_fault_point('job_written');

  FOR item IN SELECT * FROM jsonb_array_elements(change -> 'live') LOOP
    PERFORM pg_notify('evenshare_live', item::text);
  END LOOP;
  IF command IS NOT NULL THEN
    UPDATE command c SET answer = apply_change.command -> 'answer'
    WHERE c.organization_id = app.current_organization() AND c.key = (apply_change.command ->> 'key')::uuid;
  END IF;
END $$;

-- State, steps, submission, revision and deadlines of one milestone, against the version that was loaded.
CREATE OR REPLACE FUNCTION app.write_milestone(actor jsonb, part jsonb, command_key text, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  target constant uuid := (part ->> 'id')::uuid;
  home constant uuid := (part ->> 'partnershipId')::uuid;
  patch constant jsonb := part -> 'patch';
BEGIN
  UPDATE milestone m SET
    state = patch ->> 'state',
    revision_round = CASE WHEN patch ? 'revisionRound' THEN (patch ->> 'revisionRound')::int ELSE m.revision_round END,
    submission_version = CASE WHEN patch ? 'submissionVersion' THEN (patch ->> 'submissionVersion')::int ELSE m.submission_version END,
    review_ends_at = CASE WHEN patch ? 'reviewEndsAt' THEN (patch ->> 'reviewEndsAt')::timestamptz ELSE m.review_ends_at END,
    blocked_reason = CASE WHEN patch ? 'blockedReason' THEN patch ->> 'blockedReason' ELSE m.blocked_reason END,
    amount = CASE WHEN patch ? 'amount' THEN (patch ->> 'amount')::bigint ELSE m.amount END,
    agreement_version = CASE WHEN patch ? 'agreementVersion' THEN (patch ->> 'agreementVersion')::int ELSE m.agreement_version END,
    version = m.version + 1,
    updated_at = at
  WHERE m.id = target AND m.version = (part ->> 'version')::int;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'milestone % changed meanwhile', target USING ERRCODE = 'EV006';
  END IF;

  INSERT INTO milestone_transition (id, partnership_id, milestone_id, at, event, from_state, to_state, actor_kind,
    actor_user_id, actor_name, actor_organization_id, amount, reason, command_key)
  SELECT gen_random_uuid(), home, target, write_milestone.at, step ->> 'event', step ->> 'from', step ->> 'to',
    actor ->> 'kind', (actor ->> 'userId')::uuid, actor ->> 'name', (actor ->> 'organizationId')::uuid,
    (step ->> 'amount')::bigint, step ->> 'reason', command_key
  FROM jsonb_array_elements(part -> 'transitions') WITH ORDINALITY AS steps (step, position) ORDER BY position;

  IF part ? 'submission' THEN
    PERFORM app.write_submission(actor, part -> 'submission', target, home, at);
  END IF;
  IF part ? 'revision' THEN
    INSERT INTO revision_request (id, partnership_id, milestone_id, round, submission_version, requested_at, requested_by_name, note)
    SELECT (r ->> 'id')::uuid, home, target, (r ->> 'round')::int,
      (r ->> 'submissionVersion')::int, write_milestone.at, actor ->> 'name', r ->> 'note' FROM (SELECT part -> 'revision' AS r) AS one;
    INSERT INTO revision_criterion (revision_id, criterion_id, partnership_id, comment)
    SELECT (part -> 'revision' ->> 'id')::uuid, (f ->> 'criterionId')::uuid, home, f ->> 'comment'
    FROM jsonb_array_elements(part -> 'revision' -> 'failed') AS f;
  END IF;
  IF part ? 'deadlines' THEN
    UPDATE deadline d SET status = 'cancelled', settled_at = at
    WHERE d.milestone_id = target AND d.status = 'pending'
      AND d.kind IN (SELECT jsonb_array_elements_text(part -> 'deadlines' -> 'cancel'));
    INSERT INTO deadline (id, partnership_id, milestone_id, kind, due_at, days_before, status, created_at)
    SELECT (d ->> 'id')::uuid, home, target, d ->> 'kind', (d ->> 'dueAt')::timestamptz,
      (d ->> 'daysBefore')::int, 'pending', write_milestone.at
    FROM jsonb_array_elements(part -> 'deadlines' -> 'set') AS d;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION app.write_submission(actor jsonb, submission jsonb, milestone_id uuid, partnership_id uuid, at timestamptz)
RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  new_submission constant uuid := (submission ->> 'id')::uuid;
  attached int;
BEGIN
  INSERT INTO submission (id, partnership_id, milestone_id, version, submitted_at, submitted_by_name, note, links)
  VALUES (new_submission, partnership_id, milestone_id, (submission ->> 'version')::int, at, actor ->> 'name', submission ->> 'note',
    ARRAY(SELECT jsonb_array_elements_text(submission -> 'links')));
  INSERT INTO submission_criterion (submission_id, criterion_id, partnership_id, met, note)
  SELECT new_submission, (c ->> 'criterionId')::uuid, write_submission.partnership_id, (c ->> 'met')::boolean, c ->> 'note'
  FROM jsonb_array_elements(submission -> 'criteria') AS c;

  -- Only finished uploads of the submitting organization that belong to no other partnership may be attached.
  UPDATE file f SET partnership_id = write_submission.partnership_id
  WHERE f.id IN (SELECT jsonb_array_elements_text(submission -> 'fileIds')::uuid)
    AND f.organization_id = app.current_organization() AND f.completed_at IS NOT NULL
    AND (f.partnership_id IS NULL OR f.partnership_id = write_submission.partnership_id);
  GET DIAGNOSTICS attached = ROW_COUNT;
  IF attached <> jsonb_array_length(submission -> 'fileIds') THEN
    RAISE EXCEPTION 'a file is not there' USING ERRCODE = 'EV007';
  END IF;
  INSERT INTO submission_file (submission_id, file_id, partnership_id, position)
  SELECT new_submission, value::uuid, write_submission.partnership_id, position
  FROM jsonb_array_elements_text(submission -> 'fileIds') WITH ORDINALITY AS files (value, position);
END $$;

-- Fundings, releases, transfers and payouts.
CREATE OR REPLACE FUNCTION app.write_payments(change jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  item jsonb;
BEGIN
  IF change ? 'newFunding' THEN
    item := change -> 'newFunding';
    IF item ? 'methodId' THEN
      PERFORM app.use_method((item ->> 'methodId')::uuid, (item ->> 'amount')::bigint + (item ->> 'fee')::bigint, item ->> 'currency', at);
    END IF;
    INSERT INTO funding (id, partnership_id, milestone_id, amount, fee, currency, purpose, payment_method_id, status, opened_by_name, created_at, expires_at)
    VALUES ((item ->> 'id')::uuid, (item ->> 'partnershipId')::uuid, (item ->> 'milestoneId')::uuid, (item ->> 'amount')::bigint,
      (item ->> 'fee')::bigint, item ->> 'currency', item ->> 'purpose', (item ->> 'methodId')::uuid, 'opened', item ->> 'openedByName', at, (item ->> 'expiresAt')::timestamptz);
  END IF;
  IF change ? 'funding' THEN
    item := change -> 'funding';
    UPDATE funding f SET
      status = coalesce(item ->> 'status', f.status),
      failure_reason = CASE WHEN item ? 'failureReason' THEN item ->> 'failureReason' ELSE f.failure_reason END,
      checkout_session_id = coalesce(item ->> 'checkoutSessionId', f.checkout_session_id),
      checkout_url = coalesce(item ->> 'checkoutUrl', f.checkout_url),
      provider_payment_id = coalesce(item ->> 'providerPaymentId', f.provider_payment_id),
      provider_charge_id = coalesce(item ->> 'providerChargeId', f.provider_charge_id),
      processing_fee = coalesce((item ->> 'processingFee')::bigint, f.processing_fee),
      expected_at = coalesce((item ->> 'expectedAt')::timestamptz, f.expected_at),
      paid_with_kind = coalesce(item #>> '{paidWith,kind}', f.paid_with_kind),
      paid_with_label = coalesce(item #>> '{paidWith,label}', f.paid_with_label),
      paid_with_last4 = coalesce(item #>> '{paidWith,last4}', f.paid_with_last4),
      succeeded_at = CASE WHEN item ->> 'status' = 'succeeded' THEN at ELSE f.succeeded_at END
    WHERE f.id = (item ->> 'id')::uuid;
    IF item ->> 'status' = 'succeeded' THEN
      PERFORM app.issue_receipt((item ->> 'id')::uuid, at);
    END IF;
  END IF;
  IF change ? 'release' THEN
    item := change -> 'release';
    INSERT INTO release (id, partnership_id, milestone_id, trigger, gross, fee, net, currency, created_at)
    VALUES ((item ->> 'id')::uuid, (item ->> 'partnershipId')::uuid, (item ->> 'milestoneId')::uuid, item ->> 'trigger',
      (item ->> 'gross')::bigint, (item ->> 'fee')::bigint, (item ->> 'net')::bigint, item ->> 'currency', at);
    INSERT INTO transfer (id, partnership_id, milestone_id, release_id, funding_id, organization_id, amount, currency, status, created_at)
    SELECT (t ->> 'id')::uuid, (item ->> 'partnershipId')::uuid, (item ->> 'milestoneId')::uuid, (item ->> 'id')::uuid,
      (t ->> 'fundingId')::uuid, (item ->> 'producerId')::uuid, (t ->> 'amount')::bigint, item ->> 'currency', 'pending', at
    FROM jsonb_array_elements(item -> 'transfers') AS t;
    UPDATE funding f SET drawn = f.drawn + (t ->> 'amount')::bigint
    FROM jsonb_array_elements(item -> 'transfers') AS t
    WHERE f.id = (t ->> 'fundingId')::uuid AND f.milestone_id = (item ->> 'milestoneId')::uuid;
    UPDATE charge_share s SET drawn = s.drawn + (t ->> 'amount')::bigint
    FROM jsonb_array_elements(item -> 'transfers') AS t
    WHERE s.funding_id = (t ->> 'fundingId')::uuid AND s.milestone_id = (item ->> 'milestoneId')::uuid;
  END IF;
  IF change ? 'transfer' THEN
    item := change -> 'transfer';
    UPDATE transfer t SET
      status = coalesce(item ->> 'status', t.status),
      attempt_class = coalesce((item ->> 'attemptClass')::int, t.attempt_class),
      provider_transfer_id = coalesce(item ->> 'providerTransferId', t.provider_transfer_id),
      blocked_reason = CASE WHEN item ? 'blockedReason' THEN item ->> 'blockedReason' ELSE t.blocked_reason END,
      -- A refused attempt is over: the next one starts afresh under a key of its own.
      attempted_at = CASE WHEN item ->> 'status' = 'blocked' THEN NULL ELSE t.attempted_at END,
      confirmed_at = CASE WHEN item ->> 'status' = 'confirmed' THEN at ELSE t.confirmed_at END
    WHERE t.id = (item ->> 'id')::uuid;
  END IF;
  IF change ? 'newPayout' THEN
    item := change -> 'newPayout';
    PERFORM app.create_payout(item, at);
  END IF;
  IF change ? 'payout' THEN
    item := change -> 'payout';
    UPDATE payout p SET
      status = coalesce(item ->> 'status', p.status),
      attempt_class = coalesce((item ->> 'attemptClass')::int, p.attempt_class),
      provider_payout_id = CASE WHEN item ? 'providerPayoutId' THEN item ->> 'providerPayoutId' ELSE p.provider_payout_id END,
      failure_reason = CASE WHEN item ? 'failureReason' THEN item ->> 'failureReason' ELSE p.failure_reason END,
      fix = CASE WHEN item ? 'fix' THEN item ->> 'fix' ELSE p.fix END,
      -- Without a bank: what failed is tried again with whichever there is then.
      bank = CASE WHEN item ->> 'status' = 'failed' THEN item ->> 'bank' ELSE coalesce(item ->> 'bank', p.bank) END,
      trace_id = coalesce(item ->> 'traceId', p.trace_id),
      attempted_at = CASE WHEN item ->> 'status' = 'failed' THEN NULL ELSE p.attempted_at END,
      sent_at = CASE WHEN item ->> 'status' = 'in_transit' THEN coalesce(p.sent_at, at) ELSE p.sent_at END,
      expected_at = coalesce((item ->> 'expectedAt')::timestamptz, p.expected_at),
      paid_at = CASE WHEN item ->> 'status' = 'paid' THEN at WHEN item ->> 'status' = 'failed' THEN NULL ELSE p.paid_at END
    WHERE p.id = (item ->> 'id')::uuid;
  END IF;
END $$;

-- A payout belongs to the producer alone, but comes into being in whichever scope its last transfer was confirmed.
CREATE OR REPLACE FUNCTION app.create_payout(item jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM jsonb_array_elements(item -> 'lines') AS l
    WHERE NOT (l ->> 'partnershipId')::uuid = ANY (app.my_partnerships())
  ) THEN
    RAISE EXCEPTION 'a payout of another tenant' USING ERRCODE = 'EV004';
  END IF;
  INSERT INTO payout (id, organization_id, amount, currency, status, created_at)
  VALUES ((item ->> 'id')::uuid, (item ->> 'organizationId')::uuid, (item ->> 'amount')::bigint, item ->> 'currency', 'waiting', at);
  INSERT INTO payout_line (payout_id, release_id, organization_id, partnership_id, amount)
  SELECT (item ->> 'id')::uuid, (l ->> 'releaseId')::uuid, (item ->> 'organizationId')::uuid, (l ->> 'partnershipId')::uuid,
    (l ->> 'amount')::bigint
  FROM jsonb_array_elements(item -> 'lines') AS l;
  PERFORM app.enqueue_operation((item ->> 'operationId')::uuid, 'payout.create', item ->> 'id',
    (item ->> 'organizationId')::uuid, at);
END $$;
