-- The invariants of the ledger over everything it holds, each by name with the first offending rows. No row: all is well.
-- Set-based throughout: every table is read once. The check of each minute goes on from checkpoints instead.
DROP FUNCTION IF EXISTS app.ledger_findings(int);
CREATE OR REPLACE FUNCTION app.ledger_findings()
RETURNS TABLE (invariant text, subject text, detail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '256MB'
AS $$
  WITH per_account AS MATERIALIZED (
    SELECT a.id, a.kind, a.owner_id, a.currency, s.total, s.first_lines
    FROM (SELECT account_id, sum(amount) AS total, count(*) FILTER (WHERE position = 1) AS first_lines
      FROM ledger_posting GROUP BY account_id) s
    JOIN ledger_account a ON a.id = s.account_id
  )
  (SELECT 'currencies_sum_to_zero', currency, sum(total)::text FROM per_account GROUP BY currency HAVING sum(total) <> 0)
  UNION ALL
  -- per currency; the hash finds the entries that have more than one, which are then summed up exactly
  (SELECT 'entries_sum_to_zero', p.entry_id::text, a.currency || ' ' || sum(p.amount)
   FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
   WHERE p.entry_id IN (
     SELECT q.entry_id FROM ledger_posting q JOIN ledger_account b ON b.id = q.account_id
     GROUP BY q.entry_id HAVING sum(q.amount) <> 0 OR min(hashtext(b.currency)) <> max(hashtext(b.currency)))
   GROUP BY p.entry_id, a.currency HAVING sum(p.amount) <> 0 LIMIT 20)
  UNION ALL
  (SELECT 'entries_have_postings', e.id::text, e.kind FROM ledger_entry e
   WHERE (SELECT count(*) FROM ledger_entry) <> (SELECT coalesce(sum(first_lines), 0) FROM per_account)
     AND NOT EXISTS (SELECT 1 FROM ledger_posting p WHERE p.entry_id = e.id AND p.position = 1) LIMIT 20)
  UNION ALL
  -- a stored balance without a posting has to be zero
  (SELECT 'balance_is_sum_of_postings', coalesce(s.kind || ':' || s.owner_id || ':' || s.currency, b.account_id::text),
     b.balance || ' stored, ' || coalesce(s.total, 0) || ' posted'
   FROM ledger_balance b LEFT JOIN per_account s ON s.id = b.account_id
   WHERE b.balance <> coalesce(s.total * (SELECT k.sign FROM ledger_account_kind k WHERE k.kind = s.kind), 0) LIMIT 20)
  UNION ALL
  (SELECT 'never_negative', a.kind || ':' || a.owner_id || ':' || a.currency, b.balance::text
   FROM ledger_balance b JOIN ledger_account a ON a.id = b.account_id WHERE b.balance < 0 LIMIT 20)
  UNION ALL
  SELECT * FROM app.milestone_findings()
  UNION ALL
  -- what producers are due is at the provider or on the way to their bank
  (SELECT 'producer_due_is_at_provider', owner_id || ':' || currency, sum(total)::text
   FROM per_account WHERE kind IN ('provider_producer', 'payout_in_transit', 'producer_due')
   GROUP BY owner_id, currency HAVING sum(total) <> 0 LIMIT 20)
$$;

-- What must hold of each milestone, for all of them or for the `wanted` ones.
CREATE OR REPLACE FUNCTION app.milestone_findings(wanted uuid[] DEFAULT NULL)
RETURNS TABLE (invariant text, subject text, detail text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '128MB'
AS $$
  -- funded, and rolled in less rolled out, less what the brand's bank took of it while it was held = released + refunded +
  -- held, per milestone
  (SELECT 'milestone_adds_up', milestone_id::text,
     'funded ' || sum(funded) || ', released or refunded ' || sum(released) || ', held ' || sum(held)
   FROM (
     SELECT milestone_id, amount AS funded, 0::bigint AS released, 0::bigint AS held FROM funding
       WHERE status = 'succeeded' AND purpose = 'milestone'
     UNION ALL SELECT milestone_id, -from_held, 0, 0 FROM funding_return WHERE status <> 'restored'
     UNION ALL SELECT from_milestone_id, -amount, 0, 0 FROM roll
     UNION ALL SELECT to_milestone_id, amount, 0, 0 FROM roll
     UNION ALL SELECT milestone_id, 0, gross, 0 FROM release
     UNION ALL SELECT milestone_id, 0, amount, 0 FROM refund WHERE status <> 'failed'
     UNION ALL SELECT a.owner_id::uuid, 0, 0, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
       WHERE a.kind = 'milestone_held' AND b.balance <> 0
   ) AS moved GROUP BY milestone_id HAVING sum(funded) <> sum(released) + sum(held)
     AND EXISTS (SELECT 1 FROM milestone m WHERE m.id = milestone_id)
     AND (wanted IS NULL OR milestone_id = ANY (wanted)) LIMIT 20)
  UNION ALL
  -- what brands owe is what their banks took of released money, less what they repaid
  (SELECT 'owed_is_returns_unpaid', milestone_id::text, 'taken ' || sum(taken) || ', repaid ' || sum(repaid) || ', owed ' || sum(owed)
   FROM (
     SELECT milestone_id, owed AS taken, 0::bigint AS repaid, 0::bigint AS owed FROM funding_return WHERE status <> 'restored'
     UNION ALL SELECT milestone_id, 0, amount, 0 FROM funding WHERE status = 'succeeded' AND purpose = 'repayment'
     UNION ALL SELECT a.owner_id::uuid, 0, 0, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
       WHERE a.kind = 'brand_receivable' AND b.balance <> 0
   ) AS debts GROUP BY milestone_id HAVING sum(taken) <> sum(repaid) + sum(owed)
     AND EXISTS (SELECT 1 FROM milestone m WHERE m.id = milestone_id)
     AND (wanted IS NULL OR milestone_id = ANY (wanted)) LIMIT 20)
  UNION ALL
  -- released and unconfirmed transfers are exactly what is in flight
  (SELECT 'in_flight_is_open_transfers', milestone_id::text, 'in flight ' || sum(flying) || ', open transfers ' || sum(sending)
   FROM (
     SELECT milestone_id, amount AS sending, 0::bigint AS flying FROM transfer WHERE status <> 'confirmed'
     UNION ALL SELECT a.owner_id::uuid, 0, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
       WHERE a.kind = 'milestone_in_flight' AND b.balance <> 0
   ) AS open GROUP BY milestone_id HAVING sum(sending) <> sum(flying)
     AND EXISTS (SELECT 1 FROM milestone m WHERE m.id = milestone_id)
     AND (wanted IS NULL OR milestone_id = ANY (wanted)) LIMIT 20)
  UNION ALL
  -- decided and not booked by the provider is exactly what is in refund
  (SELECT 'refunding_is_open_refunds', milestone_id::text, 'in refund ' || sum(posted) || ', open refunds ' || sum(owed)
   FROM (
     SELECT milestone_id, amount + fee AS owed, 0::bigint AS posted FROM refund WHERE status IN ('pending', 'unknown')
     UNION ALL SELECT a.owner_id::uuid, 0, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
       WHERE a.kind = 'milestone_refunding' AND b.balance <> 0
   ) AS back GROUP BY milestone_id HAVING sum(owed) <> sum(posted)
     AND EXISTS (SELECT 1 FROM milestone m WHERE m.id = milestone_id)
     AND (wanted IS NULL OR milestone_id = ANY (wanted)) LIMIT 20)
  UNION ALL
  -- what is held has charges behind it: their shares never run out before it does
  (SELECT 'held_has_charges', milestone_id::text, 'held ' || sum(held) || ', left of its charges ' || sum(covered)
   FROM (
     SELECT f.milestone_id, f.amount - f.drawn - f.refunded - f.rolled_out AS covered, 0::bigint AS held FROM funding f
       WHERE f.status = 'succeeded' AND f.purpose = 'milestone'
     UNION ALL SELECT s.milestone_id, s.amount - s.drawn - s.refunded - s.rolled_out, 0 FROM charge_share s
     UNION ALL SELECT a.owner_id::uuid, 0, b.balance FROM ledger_account a JOIN ledger_balance b ON b.account_id = a.id
       WHERE a.kind = 'milestone_held' AND b.balance <> 0
   ) AS backing GROUP BY milestone_id HAVING sum(covered) < sum(held)
     AND EXISTS (SELECT 1 FROM milestone m WHERE m.id = milestone_id)
     AND (wanted IS NULL OR milestone_id = ANY (wanted)) LIMIT 20)
  UNION ALL
  (SELECT 'release_is_its_transfers', release_id::text, sum(net) || ' net, ' || sum(sent) || ' in transfers'
   FROM (
     SELECT milestone_id, id AS release_id, net, 0::bigint AS sent FROM release
     UNION ALL SELECT milestone_id, release_id, 0, amount FROM transfer
   ) AS parts GROUP BY milestone_id, release_id HAVING sum(net) <> sum(sent)
     AND (wanted IS NULL OR milestone_id = ANY (wanted)) LIMIT 20)
$$;

CREATE OR REPLACE FUNCTION app.last_ledger_check() RETURNS TABLE (at timestamptz, ok boolean, findings jsonb, millis int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT c.at, c.ok, c.findings, c.millis FROM ledger_check c ORDER BY c.id DESC LIMIT 1 $$;

-- Every account's total until an instant (all of it without one), for the operator: kind, currency, balance in the
-- account's own direction.
DROP FUNCTION IF EXISTS app.trial_balance();
CREATE OR REPLACE FUNCTION app.trial_balance(until timestamptz DEFAULT NULL) RETURNS TABLE (kind text, currency text, balance numeric, debit_total numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT a.kind, a.currency, k.sign * sum(p.amount), sum(p.amount)
  FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id JOIN ledger_account_kind k ON k.kind = a.kind
  WHERE until IS NULL OR p.entry_id IN (SELECT e.id FROM ledger_entry e WHERE e.at < until)
  GROUP BY a.kind, a.currency, k.sign ORDER BY a.kind, a.currency
$$;
