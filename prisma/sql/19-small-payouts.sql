-- Takes payouts that were too little to be sent into another of the same producer and currency, once together they are
-- enough: those below `smallest`, and those the provider refused before (its own minimum for a country may be higher). Only
-- what never left is moved; the trail keeps what became of it.
CREATE OR REPLACE FUNCTION app.gather_payouts(wanted uuid, smallest bigint, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  target payout%ROWTYPE;
  gathered payout[];
  added bigint;
BEGIN
  -- In one order, so that two that gather at once wait for each other instead of locking each other out.
  PERFORM 1 FROM payout p
  WHERE p.organization_id = app.current_organization() AND p.status = 'waiting' AND p.sent_at IS NULL
  ORDER BY p.id FOR UPDATE;
  SELECT * INTO target FROM payout p
  WHERE p.id = wanted AND p.organization_id = app.current_organization() AND p.status = 'waiting'
    AND p.attempted_at IS NULL AND p.sent_at IS NULL;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT array_agg(p ORDER BY p.id), coalesce(sum(p.amount), 0) INTO gathered, added FROM payout p
  WHERE p.organization_id = target.organization_id AND p.currency = target.currency AND p.id <> target.id
    AND p.status = 'waiting' AND p.attempted_at IS NULL AND p.sent_at IS NULL
    AND (p.amount < smallest OR p.attempt_class > 1)
    AND coalesce(p.provider_account_id, '') IN ('', coalesce(target.provider_account_id, p.provider_account_id, ''));
  IF added = 0 OR target.amount + added < smallest THEN
    RETURN;
  END IF;
  -- A row for each partnership: what the others are paid is not its business.
  INSERT INTO audit_event (id, at, partnership_id, action, actor_kind, actor_name, subject_type, subject_id, before, after)
  SELECT gen_random_uuid(), gather_payouts.at, l.partnership_id, 'payout.gather', 'clock', 'Evenshare', 'payout',
    l.payout_id::text, jsonb_build_object('payoutId', l.payout_id::text),
    jsonb_build_object('payoutId', target.id::text, 'amount', l.amount::text, 'currency', target.currency)
  FROM payout_line l
  WHERE l.payout_id IN (SELECT (g).id FROM unnest(gathered) AS g);
  UPDATE payout_line l SET payout_id = target.id
  WHERE l.payout_id IN (SELECT (g).id FROM unnest(gathered) AS g);
  DELETE FROM payout p WHERE p.id IN (SELECT (g).id FROM unnest(gathered) AS g);
  UPDATE payout p SET amount = p.amount + added, failure_reason = NULL WHERE p.id = target.id;
END $$;
