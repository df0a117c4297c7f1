-- The invariants of the ledger, each by name with the first offending rows. No row: all is well.
CREATE OR REPLACE FUNCTION app.ledger_findings() RETURNS TABLE (invariant text, subject text, detail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  (SELECT 'entries_sum_to_zero', p.entry_id::text, a.currency || ' ' || sum(p.amount)
   FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
   GROUP BY p.entry_id, a.currency HAVING sum(p.amount) <> 0 LIMIT 20)
  UNION ALL
  (SELECT 'entries_have_postings', e.id::text, e.kind FROM ledger_entry e
   WHERE NOT EXISTS (SELECT 1 FROM ledger_posting p WHERE p.entry_id = e.id) LIMIT 20)
  UNION ALL
  (SELECT 'balance_is_sum_of_postings', a.kind || ':' || a.owner_id || ':' || a.currency,
     b.balance || ' stored, ' || coalesce(s.total, 0) || ' posted'
   FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id JOIN ledger_account_kind k ON k.kind = a.kind
   LEFT JOIN (SELECT account_id, sum(amount) AS total FROM ledger_posting GROUP BY account_id) s ON s.account_id = b.account_id
   WHERE b.balance <> k.sign * coalesce(s.total, 0) LIMIT 20)
  UNION ALL
  (SELECT 'never_negative', a.kind || ':' || a.owner_id || ':' || a.currency, b.balance::text
   FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id WHERE b.balance < 0 LIMIT 20)
  UNION ALL
  -- funded = released + held, per milestone
  (SELECT 'milestone_adds_up', m.id::text, 'funded ' || f.total || ', released ' || r.total || ', held ' || h.total
   FROM milestone m
   CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS total FROM funding WHERE milestone_id = m.id AND status = 'succeeded') f
   CROSS JOIN LATERAL (SELECT coalesce(sum(gross), 0) AS total FROM release WHERE milestone_id = m.id) r
   CROSS JOIN LATERAL (SELECT coalesce(sum(b.balance), 0) AS total FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
     WHERE a.kind = 'milestone_held' AND a.owner_id = m.id::text) h
   WHERE f.total <> r.total + h.total LIMIT 20)
  UNION ALL
  -- released and unconfirmed transfers are exactly what is in flight
  (SELECT 'in_flight_is_open_transfers', m.id::text, 'in flight ' || h.total || ', open transfers ' || t.total
   FROM milestone m
   CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS total FROM transfer WHERE milestone_id = m.id AND status <> 'confirmed') t
   CROSS JOIN LATERAL (SELECT coalesce(sum(b.balance), 0) AS total FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
     WHERE a.kind = 'milestone_in_flight' AND a.owner_id = m.id::text) h
   WHERE t.total <> h.total LIMIT 20)
  UNION ALL
  (SELECT 'release_is_its_transfers', r.id::text, r.net || ' net, ' || coalesce(sum(t.amount), 0) || ' in transfers'
   FROM release r LEFT JOIN transfer t ON t.release_id = r.id GROUP BY r.id, r.net HAVING r.net <> coalesce(sum(t.amount), 0) LIMIT 20)
  UNION ALL
  -- what producers are due is at the provider or on the way to their bank
  (SELECT 'producer_due_is_at_provider', a.owner_id || ':' || a.currency, sum(p.amount)::text
   FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
   WHERE a.kind IN ('provider_producer', 'payout_in_transit', 'producer_due')
   GROUP BY a.owner_id, a.currency HAVING sum(p.amount) <> 0 LIMIT 20)
$$;

CREATE OR REPLACE FUNCTION app.record_ledger_check(at timestamptz) RETURNS TABLE (ok boolean, findings jsonb, millis int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  started constant timestamptz := clock_timestamp();
  found jsonb;
BEGIN
  SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') INTO found FROM app.ledger_findings() AS f;
  DELETE FROM ledger_check c WHERE c.id < (SELECT max(id) - 1440 FROM ledger_check);
  RETURN QUERY
  INSERT INTO ledger_check AS c (at, ok, findings, millis)
  VALUES (record_ledger_check.at, found = '[]'::jsonb, found, (extract(epoch FROM clock_timestamp() - started) * 1000)::int)
  RETURNING c.ok, c.findings, c.millis;
END $$;

CREATE OR REPLACE FUNCTION app.last_ledger_check() RETURNS TABLE (at timestamptz, ok boolean, findings jsonb, millis int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT c.at, c.ok, c.findings, c.millis FROM ledger_check c ORDER BY c.id DESC LIMIT 1 $$;

-- Every account's total, for the operator: kind, currency, balance in the account's own direction.
CREATE OR REPLACE FUNCTION app.trial_balance() RETURNS TABLE (kind text, currency text, balance numeric, debit_total numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.kind, a.currency, k.sign * sum(p.amount), sum(p.amount)
  FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id JOIN ledger_account_kind k ON k.kind = a.kind
  GROUP BY a.kind, a.currency, k.sign ORDER BY a.kind, a.currency
$$;
