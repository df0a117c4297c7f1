-- Checkpoints: what every account adds up to over the closed entries, and digests of their postings. Entries are numbered
-- as they come (`seq`) and close once no transaction runs any more that could still commit an earlier number.

-- A digest of one posting; a block's digest is the sum over its postings, so that their order does not matter. Made of
-- the functions that partition tables by hash, which PostgreSQL therefore keeps as they are.
CREATE OR REPLACE FUNCTION app.posting_digest(posting ledger_posting) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT hashint8extended(posting.amount, hashint8extended(posting.account_id,
    hashint4extended(posting.position, uuid_hash_extended(posting.entry_id, 0))))
$$;

-- Closes what has come to rest since the last time, at most `most` entries, and answers up to which number entries were
-- closed before. One at a time: whoever comes second waits.
CREATE OR REPLACE FUNCTION app.advance_checkpoints(most int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  block_size constant int := 10000;
  progress ledger_progress%ROWTYPE;
  closed_before bigint;
  newest bigint;
  upto bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('evenshare ledger checkpoints'));
  INSERT INTO ledger_progress (id, closed_seq) VALUES (1, 0) ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT progress FROM ledger_progress;
  closed_before := progress.closed_seq;

  -- A number that no transaction of this server has reached comes from another one: the database was restored.
  IF progress.pending_xid > pg_snapshot_xmax(pg_current_snapshot())::text::bigint THEN
    progress.pending_xid := NULL;
    progress.pending_seq := NULL;
  END IF;
  IF progress.pending_seq IS NOT NULL
    AND progress.pending_xid <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint THEN
    upto := least(progress.pending_seq, closed_before + most);
    WHILE progress.closed_seq < upto LOOP
      PERFORM app.close_block(progress.closed_seq + 1, least(upto, progress.closed_seq + block_size));
      progress.closed_seq := least(upto, progress.closed_seq + block_size);
    END LOOP;
    IF progress.closed_seq = progress.pending_seq THEN
      progress.pending_seq := NULL;
    END IF;
  END IF;
  IF progress.pending_seq IS NULL THEN
    -- First the number, then the transactions: whoever drew an earlier number is among them or has ended.
    newest := pg_sequence_last_value(pg_get_serial_sequence('ledger_entry', 'seq')::regclass);
    progress.pending_seq := nullif(newest, progress.closed_seq);
    progress.pending_xid := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  END IF;
  UPDATE ledger_progress SET closed_seq = progress.closed_seq, pending_seq = progress.pending_seq, pending_xid = progress.pending_xid;
  RETURN closed_before;
END $$;

-- A block is a small part of the ledger whatever the planner guesses: its postings are looked up entry by entry.
CREATE OR REPLACE FUNCTION app.close_block(first_seq bigint, last_seq bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
  WITH lines AS MATERIALIZED (
    SELECT p AS posting FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
    WHERE e.seq BETWEEN close_block.first_seq AND close_block.last_seq
  ), block AS (
    INSERT INTO ledger_block (first_seq, last_seq, postings, digest)
    SELECT close_block.first_seq, close_block.last_seq, count(*), coalesce(sum(app.posting_digest(posting)), 0)::text FROM lines
  )
  INSERT INTO ledger_checkpoint AS c (account_id, total)
  SELECT (posting).account_id, sum((posting).amount) FROM lines GROUP BY 1 ORDER BY 1
  ON CONFLICT (account_id) DO UPDATE SET total = c.total + excluded.total
$$;

CREATE OR REPLACE FUNCTION app.digest_block(first_seq bigint, last_seq bigint, OUT postings bigint, OUT digest text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
  SELECT count(*), coalesce(sum(app.posting_digest(p)), 0)::text FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
  WHERE e.seq BETWEEN digest_block.first_seq AND digest_block.last_seq
$$;

-- The invariants by way of the checkpoints: everything that moved since number `since`, and of
-- what lies still the share whose turn it is (`slice` of `slices`). Each query compares within one snapshot.
CREATE OR REPLACE FUNCTION app.minute_findings(since bigint, slice int, slices int)
RETURNS TABLE (invariant text, subject text, detail text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET work_mem = '128MB'
AS $$
DECLARE
  closed constant bigint := (SELECT closed_seq FROM ledger_progress);
  accounts constant bigint := (SELECT max(account_id) FROM ledger_balance);
  low constant uuid := (lpad(to_hex(slice * 65536 / slices), 4, '0') || repeat('0', 28))::uuid;
  high constant uuid := (lpad(to_hex((slice + 1) * 65536 / slices - 1), 4, '0') || repeat('f', 28))::uuid;
  low_seq constant bigint := closed * slice / slices;
  high_seq constant bigint := closed * (slice + 1) / slices;
BEGIN
  RETURN QUERY SELECT 'currencies_sum_to_zero', 'all', sum(c.total)::text FROM ledger_checkpoint c HAVING sum(c.total) <> 0;

  RETURN QUERY
  WITH fresh AS MATERIALIZED (
    SELECT e.id, e.kind, a.currency, p.amount FROM ledger_entry e
    LEFT JOIN ledger_posting p ON p.entry_id = e.id LEFT JOIN ledger_account a ON a.id = p.account_id WHERE e.seq > since
  )
  (SELECT 'entries_sum_to_zero', f.id::text, f.currency || ' ' || sum(f.amount) FROM fresh f WHERE f.currency IS NOT NULL
   GROUP BY f.id, f.currency HAVING sum(f.amount) <> 0 LIMIT 20)
  UNION ALL
  (SELECT 'entries_have_postings', f.id::text, f.kind FROM fresh f WHERE f.currency IS NULL LIMIT 20);

  -- What was closed is as it was when it was closed.
  RETURN QUERY
  SELECT 'closed_postings_unchanged', 'entries ' || b.first_seq || ' to ' || b.last_seq,
    b.postings || ' postings then, ' || n.postings || ' now'
  FROM ledger_block b CROSS JOIN LATERAL app.digest_block(b.first_seq, b.last_seq) n
  WHERE b.last_seq > low_seq AND b.last_seq <= high_seq AND (n.postings <> b.postings OR n.digest <> b.digest) LIMIT 20;

  RETURN QUERY
  WITH tail AS MATERIALIZED (
    SELECT p.account_id, sum(p.amount) AS total FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
    WHERE e.seq > closed GROUP BY p.account_id
  ), looked AS MATERIALIZED (
    SELECT b.account_id, b.balance FROM ledger_balance b
    WHERE b.account_id > accounts * slice / slices AND b.account_id <= accounts * (slice + 1) / slices
    UNION
    SELECT b.account_id, b.balance FROM ledger_balance b WHERE b.account_id IN (
      SELECT p.account_id FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id WHERE e.seq > since)
  ), stored AS MATERIALIZED (
    -- each checkpoint looked up: a few of very many
    SELECT l.account_id, l.balance, coalesce(t.total, 0)
      + coalesce((SELECT c.total FROM ledger_checkpoint c WHERE c.account_id = l.account_id), 0) AS total
    FROM looked l LEFT JOIN tail t ON t.account_id = l.account_id
  )
  (SELECT 'balance_is_sum_of_postings', a.kind || ':' || a.owner_id || ':' || a.currency,
     s.balance || ' stored, ' || s.total || ' posted'
   FROM stored s JOIN ledger_account a ON a.id = s.account_id JOIN ledger_account_kind k ON k.kind = a.kind
   WHERE s.balance <> k.sign * s.total LIMIT 20)
  UNION ALL
  (SELECT 'never_negative', a.kind || ':' || a.owner_id || ':' || a.currency, s.balance::text
   FROM stored s JOIN ledger_account a ON a.id = s.account_id WHERE s.balance < 0 LIMIT 20);

  RETURN QUERY
  SELECT f.* FROM app.milestone_findings(ARRAY(
    SELECT e.milestone_id FROM ledger_entry e WHERE e.seq > since AND e.milestone_id IS NOT NULL
    -- an entry that moves held money of several milestones is written under one of them
    UNION SELECT a.owner_id::uuid FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
      JOIN ledger_account a ON a.id = p.account_id AND a.kind = 'milestone_held'
      WHERE e.seq > since AND e.kind IN ('milestone.rolled', 'funding.returned', 'funding.restored')
    UNION SELECT m.id FROM milestone m WHERE m.id BETWEEN low AND high
  )) f;

  -- few accounts, one set per producer: all of them each time
  RETURN QUERY
  WITH tail AS MATERIALIZED (
    SELECT p.account_id, sum(p.amount) AS total FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
    WHERE e.seq > closed GROUP BY p.account_id
  )
  SELECT 'producer_due_is_at_provider', a.owner_id || ':' || a.currency,
    sum(coalesce(c.total, 0) + coalesce(t.total, 0))::text
  FROM ledger_account a LEFT JOIN ledger_checkpoint c ON c.account_id = a.id LEFT JOIN tail t ON t.account_id = a.id
  WHERE a.kind IN ('provider_producer', 'payout_in_transit', 'producer_due')
  GROUP BY a.owner_id, a.currency HAVING sum(coalesce(c.total, 0) + coalesce(t.total, 0)) <> 0 LIMIT 20;
END $$;

-- Checks and keeps the result for the health page: with a slice what belongs to each minute, without one everything.
DROP FUNCTION IF EXISTS app.record_ledger_check(timestamptz);
DROP FUNCTION IF EXISTS app.record_ledger_check(timestamptz, int);
CREATE OR REPLACE FUNCTION app.record_ledger_check(at timestamptz, slice int, slices int)
RETURNS TABLE (ok boolean, findings jsonb, millis int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  started constant timestamptz := clock_timestamp();
  found jsonb;
BEGIN
  IF slice IS NULL THEN
    SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') INTO found FROM app.ledger_findings() AS f;
  ELSE
    SELECT coalesce(jsonb_agg(to_jsonb(f)), '[]') INTO found
    FROM app.minute_findings(app.advance_checkpoints(200000), slice, slices) AS f;
  END IF;
  DELETE FROM ledger_check c WHERE c.id < (SELECT max(id) - 1440 FROM ledger_check);
  RETURN QUERY
  INSERT INTO ledger_check AS c (at, ok, findings, millis)
  VALUES (record_ledger_check.at, found = '[]'::jsonb, found, (extract(epoch FROM clock_timestamp() - started) * 1000)::int)
  RETURNING c.ok, c.findings, c.millis;
END $$;
