-- Events of the payment provider: stored first, by their id, then worked on.

-- {eventId, type, accountId, objectId, createdAt}. Returns false when it was delivered before.
CREATE OR REPLACE FUNCTION app.store_provider_event(event jsonb, operation_id uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO provider_event (event_id, type, account_id, object_id, created_at, received_at)
  VALUES (event ->> 'eventId', event ->> 'type', event ->> 'accountId', event ->> 'objectId',
    (event ->> 'createdAt')::timestamptz, at)
  ON CONFLICT (event_id) DO UPDATE SET deliveries = provider_event.deliveries + 1;
  IF (SELECT deliveries > 1 FROM provider_event WHERE event_id = event ->> 'eventId') THEN
    RETURN false;
  END IF;
  PERFORM app.enqueue_operation(operation_id, 'provider_event.process', event ->> 'eventId', NULL, at);
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION app.read_provider_event(wanted text)
RETURNS TABLE (event_id text, type text, account_id text, object_id text, created_at timestamptz, processed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT e.event_id, e.type, e.account_id, e.object_id, e.created_at, e.processed_at FROM provider_event e WHERE e.event_id = wanted $$;

CREATE OR REPLACE FUNCTION app.finish_provider_event(wanted text, what text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ UPDATE provider_event SET processed_at = at, outcome = what WHERE event_id = wanted $$;

-- Which of our rows an object of the provider belongs to, and in whose scope it is worked on.
CREATE OR REPLACE FUNCTION app.find_by_provider_id(object_kind text, provider_id text)
RETURNS TABLE (id uuid, milestone_id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT f.id, f.milestone_id, p.organization_id FROM funding f
  JOIN partnership_party p ON p.partnership_id = f.partnership_id AND p.kind = 'brand'
  WHERE (object_kind = 'checkout' AND f.checkout_session_id = provider_id)
     OR (object_kind = 'payment' AND f.provider_payment_id = provider_id)
     OR (object_kind = 'funding' AND f.id::text = provider_id)
  UNION ALL
  SELECT s.id, NULL::uuid, s.organization_id FROM method_setup s
  WHERE (object_kind = 'setup' AND s.session_id = provider_id) OR (object_kind = 'setup_operation' AND s.id::text = provider_id)
  UNION ALL
  SELECT t.id, t.milestone_id, p.organization_id FROM transfer t
  JOIN partnership_party p ON p.partnership_id = t.partnership_id AND p.kind = 'brand'
  WHERE (object_kind = 'transfer' AND t.provider_transfer_id = provider_id) OR (object_kind = 'transfer_operation' AND t.id::text = provider_id)
  UNION ALL
  SELECT r.id, r.milestone_id, p.organization_id FROM refund r
  JOIN partnership_party p ON p.partnership_id = r.partnership_id AND p.kind = 'brand'
  WHERE (object_kind = 'refund' AND r.provider_refund_id = provider_id) OR (object_kind = 'refund_operation' AND r.id::text = provider_id)
  UNION ALL
  SELECT y.id, NULL::uuid, y.organization_id FROM payout y
  WHERE (object_kind = 'payout' AND y.provider_payout_id = provider_id) OR (object_kind = 'payout_operation' AND y.id::text = provider_id)
  UNION ALL
  SELECT a.organization_id, NULL::uuid, a.organization_id FROM payee_account a
  WHERE object_kind = 'account' AND a.provider_account_id = provider_id
$$;

-- Milestones of a producer that wait because its account could not be paid.
CREATE OR REPLACE FUNCTION app.blocked_milestones(producer uuid) RETURNS TABLE (milestone_id uuid, organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT DISTINCT m.id, b.organization_id FROM milestone m
  JOIN partnership_party p ON p.partnership_id = m.partnership_id AND p.organization_id = producer
  JOIN partnership_party b ON b.partnership_id = m.partnership_id AND b.kind = 'brand'
  LEFT JOIN transfer t ON t.milestone_id = m.id AND t.status = 'blocked'
  WHERE m.state = 'releasing_blocked' OR t.id IS NOT NULL
$$;
