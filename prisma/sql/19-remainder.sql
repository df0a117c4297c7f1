-- Held money that goes into another milestone or back to the brand, and the charges behind it.

-- The milestones among which the money of a charge is: the one it was paid for, and those a part of it was rolled into.
CREATE OR REPLACE FUNCTION app.charge_holders(funding uuid) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT array_agg(holder.milestone_id ORDER BY holder.milestone_id) FROM (
    SELECT f.milestone_id FROM funding f WHERE f.id = charge_holders.funding
    UNION SELECT s.milestone_id FROM charge_share s WHERE s.funding_id = charge_holders.funding
  ) AS holder
$$;

-- What of each charge belongs to a milestone: less what went on, went back or was taken back; oldest charge first.
CREATE OR REPLACE FUNCTION app.charges_of(milestone uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('fundingId', c.id, 'chargeId', c.charge,
    'amount', greatest(c.amount - t.amount, 0)::text, 'fee', greatest(c.fee - t.fee, 0)::text,
    'left', greatest(c.amount - t.amount - c.drawn, 0)::text) ORDER BY c.succeeded_at, c.created_at, c.id), '[]')
  FROM (
    SELECT f.id, f.provider_charge_id AS charge, f.amount - f.refunded - f.rolled_out AS amount,
      f.fee - f.refunded_fee - f.rolled_out_fee AS fee, f.drawn, f.succeeded_at, f.created_at
    FROM funding f WHERE f.milestone_id = charges_of.milestone AND f.status = 'succeeded' AND f.purpose = 'milestone'
      AND f.provider_charge_id IS NOT NULL
    UNION ALL
    SELECT f.id, f.provider_charge_id, s.amount - s.refunded - s.rolled_out, s.fee - s.refunded_fee - s.rolled_out_fee,
      s.drawn, f.succeeded_at, f.created_at
    FROM charge_share s JOIN funding f ON f.id = s.funding_id WHERE s.milestone_id = charges_of.milestone
  ) AS c
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(r.amount), 0) AS amount, coalesce(sum(r.fee), 0) AS fee FROM funding_return r
    WHERE r.funding_id = c.id AND r.milestone_id = charges_of.milestone AND r.status <> 'restored'
  ) AS t
$$;

-- The offer about a milestone's held money that waits for an answer; null when none does.
CREATE OR REPLACE FUNCTION app.open_offer(milestone uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT jsonb_build_object('id', o.id, 'kind', o.kind, 'amount', o.amount::text, 'targetId', o.target_milestone_id,
    'targetTitle', (SELECT m.title FROM milestone m WHERE m.id = o.target_milestone_id), 'seenHeld', o.seen_held::text,
    'seenState', o.seen_state, 'organizationId', o.organization_id, 'userId', o.made_by_user_id, 'userName', o.made_by_name)
  FROM remainder_offer o WHERE o.milestone_id = open_offer.milestone AND o.status = 'open'
$$;

-- The parts `offer`, `roll`, `refunds` and `refund` of a change.
CREATE OR REPLACE FUNCTION app.write_remainder(actor jsonb, change jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  item jsonb;
  part jsonb;
BEGIN
  IF change #> '{offer,lodge}' IS NOT NULL THEN
    item := change #> '{offer,lodge}';
    INSERT INTO remainder_offer (id, partnership_id, milestone_id, kind, target_milestone_id, amount, currency, status,
      seen_held, seen_state, organization_id, made_by_user_id, made_by_name, created_at)
    VALUES ((item ->> 'id')::uuid, (item ->> 'partnershipId')::uuid, (item ->> 'milestoneId')::uuid, item ->> 'kind',
      (item ->> 'targetId')::uuid, (item ->> 'amount')::bigint, item ->> 'currency', 'open', (item ->> 'seenHeld')::bigint,
      item ->> 'seenState', (actor ->> 'organizationId')::uuid, (actor ->> 'userId')::uuid, actor ->> 'name', at);
  END IF;
  IF change #> '{offer,settle}' IS NOT NULL THEN
    item := change #> '{offer,settle}';
    UPDATE remainder_offer o SET status = item ->> 'status', settled_at = at, reason = item ->> 'reason',
      decided_by_user_id = (item #>> '{decidedBy,userId}')::uuid, decided_by_name = item #>> '{decidedBy,name}'
    WHERE o.id = (item ->> 'id')::uuid AND o.status = 'open';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'offer % was settled before', item ->> 'id' USING ERRCODE = 'EV006';
    END IF;
  END IF;
  IF change ? 'roll' THEN
    PERFORM app.write_roll(change -> 'roll', at);
  END IF;
  FOR item IN SELECT * FROM jsonb_array_elements(change -> 'refunds') LOOP
    INSERT INTO refund (id, partnership_id, milestone_id, funding_id, cause, amount, fee, currency, status, created_at)
    VALUES ((item ->> 'id')::uuid, (item ->> 'partnershipId')::uuid, (item ->> 'milestoneId')::uuid,
      (item ->> 'fundingId')::uuid, item ->> 'cause', (item ->> 'amount')::bigint, (item ->> 'fee')::bigint,
      item ->> 'currency', 'pending', at);
    PERFORM app.count_refunded((item ->> 'fundingId')::uuid, (item ->> 'milestoneId')::uuid, (item ->> 'amount')::bigint,
      (item ->> 'fee')::bigint);
  END LOOP;
  IF change ? 'refund' THEN
    part := change -> 'refund';
    UPDATE refund r SET status = part ->> 'status',
      provider_refund_id = coalesce(part ->> 'providerRefundId', r.provider_refund_id), reason = part ->> 'reason',
      sent_at = CASE WHEN part ->> 'status' IN ('sent', 'succeeded') THEN coalesce(r.sent_at, at) ELSE r.sent_at END,
      settled_at = CASE WHEN part ->> 'status' IN ('succeeded', 'failed') THEN at ELSE r.settled_at END
    WHERE r.id = (part ->> 'id')::uuid AND r.status <> 'failed';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'refund % had failed before', part ->> 'id' USING ERRCODE = 'EV006';
    END IF;
    IF part ->> 'status' = 'failed' THEN
      PERFORM app.count_refunded((part ->> 'fundingId')::uuid, (part ->> 'milestoneId')::uuid, -(part ->> 'amount')::bigint,
        -(part ->> 'fee')::bigint);
    END IF;
  END IF;
END $$;

-- Counts what of a milestone's share of a charge is refunded; less of it, when a refund failed.
CREATE OR REPLACE FUNCTION app.count_refunded(charge uuid, milestone uuid, amount bigint, fee bigint) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE funding f SET refunded = f.refunded + count_refunded.amount, refunded_fee = f.refunded_fee + count_refunded.fee
  WHERE f.id = charge AND f.milestone_id = milestone;
  IF NOT FOUND THEN
    UPDATE charge_share s SET refunded = s.refunded + count_refunded.amount, refunded_fee = s.refunded_fee + count_refunded.fee
    WHERE s.funding_id = charge AND s.milestone_id = milestone;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'milestone % has no share of charge %', milestone, charge USING ERRCODE = 'EV004';
  END IF;
END $$;

-- Moves shares of charges with the money: out of one milestone, into another. What comes home is at home again.
CREATE OR REPLACE FUNCTION app.write_roll(item jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  home constant uuid := (item ->> 'partnershipId')::uuid;
  source constant uuid := (item ->> 'fromMilestoneId')::uuid;
  target constant uuid := (item ->> 'toMilestoneId')::uuid;
  part record;
BEGIN
  INSERT INTO roll (id, partnership_id, offer_id, from_milestone_id, to_milestone_id, amount, fee, currency, created_at)
  VALUES ((item ->> 'id')::uuid, home, (item ->> 'offerId')::uuid, source, target, (item ->> 'amount')::bigint,
    (item ->> 'fee')::bigint, item ->> 'currency', at);
  FOR part IN
    SELECT (p ->> 'fundingId')::uuid AS charge, (p ->> 'amount')::bigint AS amount, (p ->> 'fee')::bigint AS fee
    FROM jsonb_array_elements(item -> 'parts') AS p ORDER BY 1
  LOOP
    INSERT INTO roll_part (roll_id, funding_id, partnership_id, amount, fee)
    VALUES ((item ->> 'id')::uuid, part.charge, home, part.amount, part.fee);
    UPDATE funding f SET rolled_out = f.rolled_out + part.amount, rolled_out_fee = f.rolled_out_fee + part.fee
    WHERE f.id = part.charge AND f.milestone_id = source;
    IF NOT FOUND THEN
      UPDATE charge_share s SET rolled_out = s.rolled_out + part.amount, rolled_out_fee = s.rolled_out_fee + part.fee
      WHERE s.funding_id = part.charge AND s.milestone_id = source;
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'milestone % has no share of charge %', source, part.charge USING ERRCODE = 'EV004';
    END IF;
    UPDATE funding f SET rolled_out = f.rolled_out - part.amount, rolled_out_fee = f.rolled_out_fee - part.fee
    WHERE f.id = part.charge AND f.milestone_id = target;
    IF NOT FOUND THEN
      INSERT INTO charge_share AS s (funding_id, milestone_id, partnership_id, amount, fee)
      VALUES (part.charge, target, home, part.amount, part.fee)
      ON CONFLICT (funding_id, milestone_id) DO UPDATE SET amount = s.amount + excluded.amount, fee = s.fee + excluded.fee;
    END IF;
  END LOOP;
END $$;
