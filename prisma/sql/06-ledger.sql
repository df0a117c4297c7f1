-- Double entry. Positive amounts are debits; every entry sums to zero per currency.

-- At commit, every entry with a new posting balances. Deferred, so that the lines may come one by one.
CREATE OR REPLACE FUNCTION app.check_entry_balances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id
    WHERE p.entry_id = NEW.entry_id GROUP BY a.currency HAVING sum(p.amount) <> 0
  ) THEN
    RAISE EXCEPTION 'ledger entry % does not balance', NEW.entry_id USING ERRCODE = 'EV003';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS entry_balances ON ledger_posting;
CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON ledger_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_entry_balances();

-- Posts one entry: {id, kind, sourceKey, partnershipId, milestoneId, postings: [{kind, ownerId, currency, amount}]}.
-- Returns false when the same source was posted before: a replay posts nothing.
-- Accounts come into being with their first posting. Those that may not go negative are locked in order of their ids.
CREATE OR REPLACE FUNCTION app.post_entry(entry jsonb, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  new_entry constant uuid := (entry ->> 'id')::uuid;
  partnership constant uuid := (entry ->> 'partnershipId')::uuid;
  lines constant jsonb := entry -> 'postings';
  written int;
  short record;
BEGIN
  IF partnership IS NOT NULL AND NOT partnership = ANY (app.my_partnerships()) THEN
    RAISE EXCEPTION 'an entry of another tenant' USING ERRCODE = 'EV004';
  END IF;

  INSERT INTO ledger_entry (id, kind, source_key, partnership_id, milestone_id, at)
  VALUES (new_entry, entry ->> 'kind', entry ->> 'sourceKey', partnership, (entry ->> 'milestoneId')::uuid, post_entry.at)
  ON CONFLICT (kind, source_key) DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  INSERT INTO ledger_posting (entry_id, position, account_id, amount)
  SELECT new_entry, line.position, account.id, (line.value ->> 'amount')::bigint
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS line (value, position)
  JOIN ledger_account account ON account.kind = line.value ->> 'kind'
    AND account.owner_id = line.value ->> 'ownerId' AND account.currency = line.value ->> 'currency';
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written < jsonb_array_length(lines) THEN
    PERFORM app.open_accounts(lines);
    INSERT INTO ledger_posting (entry_id, position, account_id, amount)
    SELECT new_entry, line.position, account.id, (line.value ->> 'amount')::bigint
    FROM jsonb_array_elements(lines) WITH ORDINALITY AS line (value, position)
    JOIN ledger_account account ON account.kind = line.value ->> 'kind'
      AND account.owner_id = line.value ->> 'ownerId' AND account.currency = line.value ->> 'currency'
    WHERE NOT EXISTS (SELECT 1 FROM ledger_posting p WHERE p.entry_id = new_entry AND p.position = line.position);
  END IF;

  -- The stored balances: all of them are there, locked in the order of the accounts, and none would go below zero; or
  -- nothing is written and the answer says what is in the way.
  LOOP
    WITH moved AS MATERIALIZED (
      SELECT account.id, account.kind, sum(rule.sign * posting.amount) AS delta
      FROM ledger_posting posting
      JOIN ledger_account account ON account.id = posting.account_id
      JOIN ledger_account_kind rule ON rule.kind = account.kind AND rule.never_negative
      WHERE posting.entry_id = new_entry GROUP BY account.id, account.kind
    ), locked AS MATERIALIZED (
      SELECT balance.account_id, balance.balance FROM ledger_balance balance
      WHERE balance.account_id IN (SELECT id FROM moved) ORDER BY balance.account_id FOR UPDATE
    ), verdict AS MATERIALIZED (
      SELECT count(*) FILTER (WHERE locked.account_id IS NULL) AS missing,
        min(moved.id) FILTER (WHERE locked.balance + moved.delta < 0) AS account
      FROM moved LEFT JOIN locked ON locked.account_id = moved.id
    ), stored AS (
      UPDATE ledger_balance balance SET balance = balance.balance + moved.delta
      FROM moved, verdict
      WHERE balance.account_id = moved.id AND verdict.missing = 0 AND verdict.account IS NULL
    )
    SELECT verdict.missing, verdict.account INTO short FROM verdict;
    EXIT WHEN short.missing = 0;
    INSERT INTO ledger_balance (account_id, balance)
    SELECT DISTINCT account.id, 0 FROM ledger_posting posting
    JOIN ledger_account account ON account.id = posting.account_id
    JOIN ledger_account_kind rule ON rule.kind = account.kind AND rule.never_negative
    WHERE posting.entry_id = new_entry
    ORDER BY account.id
    ON CONFLICT (account_id) DO NOTHING;
  END LOOP;
  IF short.account IS NOT NULL THEN
    RAISE EXCEPTION 'account % of kind % would go below zero', short.account,
      (SELECT account.kind FROM ledger_account account WHERE account.id = short.account) USING ERRCODE = 'EV005';
  END IF;
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION app.open_accounts(lines jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  INSERT INTO ledger_account (kind, owner_id, currency)
  SELECT DISTINCT line ->> 'kind', line ->> 'ownerId', line ->> 'currency'
  FROM jsonb_array_elements(lines) AS line
  WHERE NOT EXISTS (
    SELECT 1 FROM ledger_account known
    WHERE known.kind = line ->> 'kind' AND known.owner_id = line ->> 'ownerId' AND known.currency = line ->> 'currency'
  )
  ORDER BY 1, 2, 3
  ON CONFLICT (kind, owner_id, currency) DO NOTHING
$$;

-- Where the money of each milestone is. Milestones of other tenants are left out.
CREATE OR REPLACE FUNCTION app.milestone_balances(milestone_ids uuid[])
RETURNS TABLE (milestone_id uuid, held bigint, fee_held bigint, in_flight bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT m.id,
    coalesce(sum(b.balance) FILTER (WHERE a.kind = 'milestone_held'), 0)::bigint,
    coalesce(sum(b.balance) FILTER (WHERE a.kind = 'milestone_fee_held'), 0)::bigint,
    coalesce(sum(b.balance) FILTER (WHERE a.kind = 'milestone_in_flight'), 0)::bigint
  FROM milestone m
  LEFT JOIN ledger_account a ON a.owner_id = m.id::text AND a.currency = m.currency
    AND a.kind IN ('milestone_held', 'milestone_fee_held', 'milestone_in_flight')
  LEFT JOIN ledger_balance b ON b.account_id = a.id
  WHERE m.id = ANY (milestone_ids) AND m.partnership_id = ANY (app.my_partnerships())
  GROUP BY m.id
$$;
