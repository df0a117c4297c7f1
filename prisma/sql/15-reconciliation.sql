-- The ledger against the payment provider. The provider's movements are read into a table of our own first; then both
-- sides are laid beside each other, set by set: every table is read once.

-- The accounts to read, and from when on. An account that was never read begins a little before the first of its rows.
-- An account to which the producer took our access away cannot be read.
CREATE OR REPLACE FUNCTION app.provider_accounts()
RETURNS TABLE (account_id text, read_through timestamptz, complete_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT known.account_id, coalesce(r.read_through, known.since - interval '1 day'), r.complete_at
  FROM (
    SELECT 'platform' AS account_id, min(f.created_at) AS since FROM funding f
    UNION ALL
    SELECT a.provider_account_id, a.created_at FROM payee_account a
    WHERE a.provider_account_id IS NOT NULL AND a.block IS DISTINCT FROM 'disconnected'
  ) AS known LEFT JOIN provider_reading r ON r.account_id = known.account_id
  WHERE known.since IS NOT NULL
  ORDER BY known.account_id
$$;

-- Movements of one account: [{id, type, amount, fee, net, currency, sourceId, operationId, originId, createdAt,
-- availableOn}]. What is there stays as it is. Answers how many were new.
CREATE OR REPLACE FUNCTION app.store_provider_transactions(account text, movements jsonb, at timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  stored int;
BEGIN
  INSERT INTO provider_transaction (transaction_id, account_id, type, amount, fee, net, currency, source_id, operation_id,
    origin_id, created_at, available_on, read_at)
  SELECT m ->> 'id', account, m ->> 'type', (m ->> 'amount')::bigint, (m ->> 'fee')::bigint, (m ->> 'net')::bigint,
    m ->> 'currency', m ->> 'sourceId', m ->> 'operationId', m ->> 'originId', (m ->> 'createdAt')::timestamptz,
    (m ->> 'availableOn')::timestamptz, at
  FROM jsonb_array_elements(movements) AS m
  ON CONFLICT (transaction_id) DO NOTHING;
  GET DIAGNOSTICS stored = ROW_COUNT;
  RETURN stored;
END $$;

-- Remembers how far an account has been read. With balances ([{currency, amount}]) it was read to its end and the
-- balances belong to exactly the movements that are stored; without, none is known.
CREATE OR REPLACE FUNCTION app.record_provider_reading(account text, through timestamptz, balances jsonb, at timestamptz)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO provider_reading AS r (account_id, read_through, complete_at)
  VALUES (account, through, CASE WHEN balances IS NOT NULL THEN at END)
  ON CONFLICT (account_id) DO UPDATE SET read_through = greatest(r.read_through, excluded.read_through),
    complete_at = coalesce(excluded.complete_at, r.complete_at);
  DELETE FROM provider_balance b WHERE b.account_id = account;
  INSERT INTO provider_balance (account_id, currency, amount, read_at)
  SELECT account, b ->> 'currency', (b ->> 'amount')::bigint, at FROM jsonb_array_elements(balances) AS b;
END $$;

-- Takes up the comparison that was begun and not finished, or begins this one.
CREATE OR REPLACE FUNCTION app.begin_reconciliation(run uuid, at timestamptz) RETURNS TABLE (id uuid, started_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO reconciliation_run (id, started_at) VALUES (run, at) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT r.id, r.started_at FROM reconciliation_run r WHERE r.finished_at IS NULL OR r.id = run
    ORDER BY r.finished_at NULLS FIRST LIMIT 1;
END $$;

-- Every movement, ours and the provider's, side by side. `cut`: when the provider began to be read; what we wrote after it
-- is not compared yet. `tolerance`: for how long the provider may know more than we do.
--
-- A movement is known by what it is (family), the operation it belongs to, and its number: the second payout of one
-- operation is the second attempt. The provider's movement belongs to the operation that recorded its source; where none
-- did, to the one that the source names. Joined by hashing: sorting by text costs several times as much, and the planner
-- takes the joins for far larger than they are.
CREATE OR REPLACE FUNCTION app.reconciliation_rows(cut timestamptz, tolerance interval)
RETURNS TABLE (organization_id uuid, milestone_id uuid, family text, operation_id text, n bigint, at timestamptz,
  account_id text, currency text, amount bigint, fee bigint, provider_account text, provider_currency text,
  provider_amount bigint, provider_fee bigint, transaction_id text, source_id text, verdict text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '256MB' SET enable_mergejoin = off
AS $$
  WITH operations AS MATERIALIZED (
    SELECT f.id::text AS operation, b.organization_id, f.milestone_id, f.provider_charge_id AS recorded,
      f.status <> 'succeeded' AS open, f.status = 'processing' AS moving, 'charge' AS family, 'platform' AS account,
      f.currency, f.amount + f.fee AS amount, f.created_at
    FROM funding f JOIN partnership_party b ON b.partnership_id = f.partnership_id AND b.kind = 'brand'
    UNION ALL
    SELECT t.id::text, t.organization_id, t.milestone_id, t.provider_transfer_id, t.status <> 'confirmed',
      t.status <> 'confirmed', 'transfer', 'platform', t.currency, -t.amount, t.created_at
    FROM transfer t
    UNION ALL
    SELECT r.id::text, b.organization_id, r.milestone_id, r.provider_refund_id, r.status IN ('pending', 'unknown'),
      r.status IN ('pending', 'unknown'), 'refund', 'platform', r.currency, -(r.amount + r.fee), r.created_at
    FROM refund r JOIN partnership_party b ON b.partnership_id = r.partnership_id AND b.kind = 'brand'
    UNION ALL
    SELECT y.id::text, y.organization_id, NULL, y.provider_payout_id, y.status IN ('waiting', 'unknown', 'failed'),
      y.status IN ('waiting', 'unknown'), 'payout', coalesce(y.provider_account_id, a.provider_account_id), y.currency, -y.amount, y.created_at
    FROM payout y LEFT JOIN payee_account a ON a.organization_id = y.organization_id
  ), processing AS (
    SELECT p.entry_id, sum(p.amount)::bigint AS fee FROM ledger_posting p
    JOIN ledger_account a ON a.id = p.account_id AND a.kind = 'processing_fees' GROUP BY p.entry_id
  ), posted AS (
    SELECT CASE e.kind WHEN 'milestone.funded' THEN 'charge' WHEN 'funding.repaid' THEN 'charge'
        WHEN 'funding.returned' THEN 'dispute' WHEN 'funding.restored' THEN 'dispute_return' WHEN 'payout.sent' THEN 'payout'
        WHEN 'refund.sent' THEN 'refund' WHEN 'refund.returned' THEN 'refund_return'
        WHEN 'payout.failed' THEN 'payout_return' WHEN 'payout.returned' THEN 'payout_return'
        WHEN 'transfer.confirmed' THEN CASE a.kind WHEN 'provider_platform' THEN 'transfer' ELSE 'arrival' END
        ELSE 'other' END AS family,
      -- what a bank took back belongs to the payment it was taken from
      coalesce(d.funding_id::text, split_part(e.source_key, ':', 1)) AS operation, e.source_key, e.at, e.id AS entry, e.milestone_id,
      CASE a.kind WHEN 'provider_platform' THEN 'platform'
        ELSE coalesce(max(t.provider_account_id), max(o.provider_account_id), y.provider_account_id) END AS account, a.currency,
      sum(p.amount)::bigint AS net, CASE a.kind WHEN 'provider_platform' THEN coalesce(min(f.fee), 0) ELSE 0 END AS fee
    FROM ledger_posting p
    JOIN ledger_account a ON a.id = p.account_id AND a.kind IN ('provider_platform', 'provider_producer')
    JOIN ledger_entry e ON e.id = p.entry_id
    LEFT JOIN processing f ON f.entry_id = e.id
    -- one dispute of a charge that several milestones share was written once for each of them
    LEFT JOIN (SELECT DISTINCT provider_dispute_id, funding_id FROM funding_return) d ON d.provider_dispute_id = e.source_key AND e.kind IN ('funding.returned', 'funding.restored')
    LEFT JOIN payee_account y ON a.kind = 'provider_producer' AND y.organization_id::text = a.owner_id
    LEFT JOIN transfer t ON e.kind = 'transfer.confirmed' AND t.id::text = e.source_key
    LEFT JOIN payout o ON e.kind LIKE 'payout.%' AND o.id::text = split_part(e.source_key, ':', 1)
    GROUP BY e.id, a.id, y.provider_account_id, d.funding_id
  ), numbered AS MATERIALIZED (
    SELECT family, operation, at, milestone_id, account, currency, net + fee AS amount, fee,
      row_number() OVER (PARTITION BY family, operation ORDER BY at, length(source_key), source_key, entry) AS n
    FROM posted
  ), attempts AS (
    SELECT operation, count(*) FILTER (WHERE family = 'payout') AS sent,
      count(*) FILTER (WHERE family = 'payout_return') AS returned
    FROM numbered WHERE family IN ('payout', 'payout_return') GROUP BY operation
  ), ours AS (
    -- of an account that cannot be read any more, what happened until it was
    SELECT family, operation, n, at, milestone_id, account, currency, amount, fee, false AS open FROM numbered
    WHERE account IS NULL OR account IN (SELECT k.account_id FROM app.provider_accounts() k)
      OR at <= (SELECT r.read_through FROM provider_reading r WHERE r.account_id = account)
    UNION ALL
    -- under way: begun here, nothing in the ledger yet
    SELECT o.family, o.operation, 1 + coalesce(a.sent, 0), o.created_at, o.milestone_id, o.account, o.currency, o.amount, 0,
      true
    FROM operations o LEFT JOIN attempts a ON a.operation = o.operation
    LEFT JOIN numbered b ON b.family = o.family AND b.operation = o.operation AND o.family <> 'payout'
    WHERE o.moving AND b.operation IS NULL
  ), made AS (
    SELECT source_id, min(operation_id) AS operation FROM provider_transaction
    WHERE type = 'transfer' AND operation_id IS NOT NULL GROUP BY source_id
  ), refused AS (
    -- a bank debit that the bank refused came and went under one source: nothing is left of it
    SELECT DISTINCT source_id FROM provider_transaction WHERE type = 'payment_failure_refund' AND source_id IS NOT NULL
  ), placed AS (
    -- a refund names the charge it is about and is what was recorded itself
    SELECT t.*, CASE WHEN t.type IN ('refund', 'payment_refund', 'refund_failure') THEN t.source_id
        ELSE coalesce(t.origin_id, t.source_id) END AS reference,
      CASE WHEN t.type IN ('charge', 'payment') THEN CASE WHEN t.origin_id LIKE 'tr\_%' THEN 'arrival' ELSE 'charge' END
        WHEN t.type = 'transfer' THEN 'transfer' WHEN t.type = 'payout' THEN 'payout'
        WHEN t.type IN ('payout_failure', 'payout_cancel') THEN 'payout_return'
        WHEN t.type IN ('refund', 'payment_refund') THEN 'refund' WHEN t.type = 'refund_failure' THEN 'refund_return'
        WHEN t.type = 'adjustment' AND t.origin_id IS NOT NULL
          THEN CASE WHEN t.amount < 0 THEN 'dispute' ELSE 'dispute_return' END
        ELSE 'other' END AS family
    FROM provider_transaction t LEFT JOIN refused x ON x.source_id = t.source_id
    WHERE x.source_id IS NULL
  ), theirs AS (
    SELECT p.*, coalesce(r.operation, named.operation) AS operation,
      coalesce(r.open, named.open) AS open,
      -- the source belongs to one operation and names another, or is not the one that was recorded
      (p.family <> 'arrival' AND coalesce(r.operation <> named.operation, false))
        OR (r.operation IS NULL AND named.recorded IS NOT NULL AND p.family IN ('charge', 'transfer', 'arrival', 'refund')) AS strange,
      row_number() OVER (PARTITION BY p.family, coalesce(r.operation, named.operation, p.transaction_id)
        ORDER BY CASE WHEN p.family IN ('charge', 'transfer', 'arrival', 'refund') AND r.operation IS NOT NULL THEN 0 ELSE 1 END,
        p.created_at, p.transaction_id) AS n
    FROM placed p
    LEFT JOIN made m ON p.family = 'arrival' AND m.source_id = p.origin_id
    LEFT JOIN operations r ON r.recorded = p.reference
    LEFT JOIN operations named ON named.operation = coalesce(p.operation_id, m.operation)
  ), beside AS (
    SELECT coalesce(b.family, p.family) AS family, coalesce(b.operation, p.operation) AS operation, coalesce(b.n, p.n) AS n,
      coalesce(p.created_at, b.at) AS at, b.milestone_id, b.account, b.currency, b.amount, b.fee, p.account_id AS their_account,
      p.currency AS their_currency, p.amount AS their_amount, p.fee AS their_fee, p.transaction_id, p.source_id,
      CASE
        WHEN p.transaction_id IS NULL THEN CASE
          WHEN b.open OR b.at > cut - interval '1 minute' THEN 'in_flight'
          WHEN b.n > CASE b.family WHEN 'payout' THEN 1 + coalesce(a.returned, 0) WHEN 'payout_return' THEN coalesce(a.sent, 0)
            WHEN 'other' THEN b.n ELSE 1 END THEN 'duplicate_in_ledger'
          ELSE 'missing_at_provider' END
        WHEN b.operation IS NULL THEN CASE
          WHEN p.operation IS NULL THEN 'missing_in_ledger'
          WHEN p.n > CASE p.family WHEN 'payout' THEN 1 + coalesce(a.returned, 0) WHEN 'payout_return' THEN coalesce(a.sent, 0)
            WHEN 'other' THEN p.n ELSE 1 END AND NOT (p.family = 'payout' AND p.open) THEN 'duplicate_at_provider'
          WHEN NOT p.open AND p.family NOT IN ('payout_return', 'refund_return') THEN 'missing_in_ledger'
          WHEN p.created_at > cut - tolerance THEN 'in_flight'
          ELSE 'unconfirmed' END
        -- a bank debit is under way for days
        WHEN b.open THEN CASE WHEN b.family = 'charge' OR p.created_at > cut - tolerance THEN 'in_flight' ELSE 'unconfirmed' END
        WHEN b.account IS DISTINCT FROM p.account_id THEN 'wrong_account'
        WHEN b.currency <> p.currency THEN 'currency_differs'
        WHEN sign(b.amount) <> sign(p.amount) THEN 'wrong_direction'
        WHEN b.amount <> p.amount THEN 'amount_differs'
        WHEN b.fee <> p.fee THEN 'fee_differs'
        WHEN p.strange THEN 'wrong_operation'
        ELSE 'matched' END AS verdict
    FROM ours b
    FULL JOIN theirs p ON p.family = b.family AND p.operation = b.operation AND p.n = b.n
    LEFT JOIN attempts a ON a.operation = coalesce(b.operation, p.operation)
  )
  SELECT coalesce(o.organization_id, y.organization_id), coalesce(s.milestone_id, o.milestone_id), s.family, s.operation, s.n,
    s.at, s.account, coalesce(s.currency, s.their_currency), s.amount, s.fee, s.their_account, s.their_currency, s.their_amount,
    s.their_fee, s.transaction_id, s.source_id, s.verdict
  FROM beside s LEFT JOIN operations o ON o.operation = s.operation
  LEFT JOIN payee_account y ON y.provider_account_id = s.their_account
  UNION ALL
  -- what an account holds is the sum of its movements
  SELECT y.organization_id, NULL, 'balance', NULL, 1, b.read_at, b.account_id, b.currency, coalesce(t.total, 0), NULL,
    b.account_id, b.currency, b.amount, NULL, NULL, NULL, 'balance_differs'
  FROM provider_balance b
  LEFT JOIN (SELECT account_id, currency, sum(net)::bigint AS total FROM provider_transaction GROUP BY account_id, currency) t
    ON t.account_id = b.account_id AND t.currency = b.currency
  LEFT JOIN payee_account y ON y.provider_account_id = b.account_id
  WHERE b.amount <> coalesce(t.total, 0)
$$;

-- Ends a comparison: lines that say something new are written, the others are left alone, lines of what is gone go.
CREATE OR REPLACE FUNCTION app.finish_reconciliation(run uuid, tolerance interval, at timestamptz)
RETURNS TABLE (id uuid, started_at timestamptz, finished_at timestamptz, lines int, matched int, in_flight int,
  differences jsonb, ok boolean, millis int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '256MB' SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
  started constant timestamptz := clock_timestamp();
BEGIN
  -- two workers that both believe to hold the lease come one after the other, and the second finds it done
  PERFORM 1 FROM reconciliation_run r WHERE r.id = run FOR UPDATE;
  IF EXISTS (SELECT 1 FROM reconciliation_run r WHERE r.id = run AND r.finished_at IS NOT NULL) THEN
    RETURN QUERY SELECT r.id, r.started_at, r.finished_at, r.lines, r.matched, r.in_flight, r.differences, r.ok, r.millis
      FROM reconciliation_run r WHERE r.id = run;
    RETURN;
  END IF;
  WITH fresh AS MATERIALIZED (
    -- made from what the line is about, in the form of a UUID of one's own making (version 8)
    SELECT overlay(overlay(md5(coalesce(f.family || ':' || f.operation_id || ':' || f.n, 'txn:' || f.transaction_id,
        'balance:' || f.account_id || ':' || f.currency)) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid AS id, f.*,
      CASE WHEN f.verdict IN ('matched', 'in_flight') THEN f.verdict ELSE 'difference' END AS status,
      CASE WHEN f.verdict NOT IN ('matched', 'in_flight') THEN f.verdict END AS difference
    FROM app.reconciliation_rows((SELECT r.started_at FROM reconciliation_run r WHERE r.id = run), tolerance) f
  ), gone AS (
    DELETE FROM reconciliation_line l WHERE NOT EXISTS (SELECT 1 FROM fresh f WHERE f.id = l.id)
  ), changed AS (
    INSERT INTO reconciliation_line AS l (id, organization_id, milestone_id, family, operation_id, at, account_id, currency,
      amount, fee, provider_account, provider_currency, provider_amount, provider_fee, transaction_id, source_id, status,
      difference, since)
    SELECT f.id, f.organization_id, f.milestone_id, f.family, f.operation_id, f.at, f.account_id, f.currency, f.amount, f.fee,
      f.provider_account, f.provider_currency, f.provider_amount, f.provider_fee, f.transaction_id, f.source_id, f.status,
      f.difference, finish_reconciliation.at
    FROM fresh f LEFT JOIN reconciliation_line o ON o.id = f.id
    WHERE o.id IS NULL OR (o.organization_id, o.milestone_id, o.at, o.account_id, o.currency, o.amount, o.fee,
        o.provider_account, o.provider_currency, o.provider_amount, o.provider_fee, o.transaction_id, o.source_id, o.status,
        o.difference)
      IS DISTINCT FROM (f.organization_id, f.milestone_id, f.at, f.account_id, f.currency, f.amount, f.fee,
        f.provider_account, f.provider_currency, f.provider_amount, f.provider_fee, f.transaction_id, f.source_id, f.status,
        f.difference)
    ON CONFLICT (id) DO UPDATE SET organization_id = excluded.organization_id, milestone_id = excluded.milestone_id,
      at = excluded.at, account_id = excluded.account_id, currency = excluded.currency, amount = excluded.amount,
      fee = excluded.fee, provider_account = excluded.provider_account, provider_currency = excluded.provider_currency,
      provider_amount = excluded.provider_amount, provider_fee = excluded.provider_fee,
      transaction_id = excluded.transaction_id, source_id = excluded.source_id, status = excluded.status,
      difference = excluded.difference,
      since = CASE WHEN (l.status, l.difference) IS DISTINCT FROM (excluded.status, excluded.difference)
        THEN excluded.since ELSE l.since END
  ), counted AS (
    SELECT count(*)::int AS lines, (count(*) FILTER (WHERE f.status = 'matched'))::int AS matched,
      (count(*) FILTER (WHERE f.status = 'in_flight'))::int AS in_flight FROM fresh f
  ), kinds AS (
    SELECT coalesce(jsonb_object_agg(k.difference, k.count), '{}') AS found
    FROM (SELECT f.difference, count(*) FROM fresh f WHERE f.difference IS NOT NULL GROUP BY f.difference) k
  )
  UPDATE reconciliation_run r SET finished_at = finish_reconciliation.at, lines = c.lines, matched = c.matched,
    in_flight = c.in_flight, differences = k.found, ok = k.found = '{}'::jsonb,
    millis = (extract(epoch FROM clock_timestamp() - started) * 1000)::int
  FROM counted c, kinds k WHERE r.id = run;
  DELETE FROM reconciliation_run r WHERE r.started_at < finish_reconciliation.at - interval '400 days';
  RETURN QUERY SELECT r.id, r.started_at, r.finished_at, r.lines, r.matched, r.in_flight, r.differences, r.ok,
    (extract(epoch FROM clock_timestamp() - started) * 1000)::int
  FROM reconciliation_run r WHERE r.id = run;
END $$;

CREATE OR REPLACE FUNCTION app.last_reconciliation()
RETURNS TABLE (id uuid, started_at timestamptz, finished_at timestamptz, lines int, matched int, in_flight int,
  differences jsonb, ok boolean, millis int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT r.id, r.started_at, r.finished_at, r.lines, r.matched, r.in_flight, r.differences, r.ok, r.millis
  FROM reconciliation_run r WHERE r.finished_at IS NOT NULL ORDER BY r.started_at DESC, r.finished_at DESC LIMIT 1
$$;

-- Whether a comparison waits or is being made.
CREATE OR REPLACE FUNCTION app.reconciliation_waits() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM operation o WHERE o.kind = 'reconciliation.run' AND o.status = 'pending') $$;

-- What the latest comparison left open, for the operator: differences first found first.
CREATE OR REPLACE FUNCTION app.reconciliation_differences(most int)
RETURNS TABLE (difference text, family text, operation_id text, account_id text, provider_account text, currency text,
  provider_currency text, amount bigint, fee bigint, provider_amount bigint, provider_fee bigint, transaction_id text,
  source_id text, at timestamptz, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT l.difference, l.family, l.operation_id, l.account_id, l.provider_account, l.currency, l.provider_currency, l.amount,
    l.fee, l.provider_amount, l.provider_fee, l.transaction_id, l.source_id, l.at, l.since
  FROM reconciliation_line l WHERE l.status = 'difference' ORDER BY l.since, l.at, l.id LIMIT most
$$;

-- Our balance at the provider by the ledger, by its movements and by its own word; and what is in flight to it.
CREATE OR REPLACE FUNCTION app.provider_totals()
RETURNS TABLE (account text, currency text, ledger numeric, movements numeric, told numeric, in_flight numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT s.account, s.currency, sum(s.ledger), sum(s.movements), sum(s.told), sum(s.in_flight) FROM (
    SELECT CASE a.kind WHEN 'provider_platform' THEN 'platform' ELSE 'producers' END AS account, a.currency,
      p.amount::numeric AS ledger, 0::numeric AS movements, 0::numeric AS told, 0::numeric AS in_flight
    FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
    WHERE a.kind IN ('provider_platform', 'provider_producer')
    UNION ALL
    SELECT CASE t.account_id WHEN 'platform' THEN 'platform' ELSE 'producers' END, t.currency, 0, t.net, 0, 0
    FROM provider_transaction t
    UNION ALL
    SELECT CASE b.account_id WHEN 'platform' THEN 'platform' ELSE 'producers' END, b.currency, 0, 0, b.amount, 0
    FROM provider_balance b
    UNION ALL
    SELECT CASE WHEN l.family IN ('charge', 'transfer') THEN 'platform' ELSE 'producers' END, l.currency, 0, 0, 0,
      coalesce(l.provider_amount, l.amount)
    FROM reconciliation_line l WHERE l.status = 'in_flight'
  ) AS s GROUP BY s.account, s.currency ORDER BY s.account, s.currency
$$;

-- The trial balance of the current organization until an instant: debits less credits by account; zero in all per
-- currency. A producer sees its own accounts. A brand sees what it paid in (what the provider kept of it for charging is
-- the platform's to bear) less what went out of it, against where it lies.
CREATE OR REPLACE FUNCTION app.organization_trial_balance(until timestamptz)
RETURNS TABLE (account text, currency text, balance bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT CASE WHEN a.kind = 'processing_fees' THEN 'provider_platform' ELSE a.kind END, a.currency, sum(p.amount)::bigint
  FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id JOIN ledger_account a ON a.id = p.account_id
  WHERE e.at < until AND a.kind NOT IN ('provider_producer', 'payout_in_transit', 'producer_due')
    AND e.partnership_id IN (SELECT b.partnership_id FROM partnership_party b
      WHERE b.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid AND b.kind = 'brand')
  GROUP BY 1, 2
  UNION ALL
  SELECT a.kind, a.currency, sum(p.amount)::bigint
  FROM ledger_account a JOIN ledger_posting p ON p.account_id = a.id JOIN ledger_entry e ON e.id = p.entry_id
  WHERE e.at < until AND a.kind IN ('provider_producer', 'payout_in_transit', 'producer_due')
    AND a.owner_id = nullif(current_setting('app.organization_id', true), '')
  GROUP BY 1, 2
  ORDER BY 2, 1
$$;
