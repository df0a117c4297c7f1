-- Double entry. Positive amounts are debits; every entry sums to zero per currency.

-- All postings of an entry arrive in one statement, and together they balance; looked at once for each statement. None
-- can be added later: each statement must bring the entry's position 1, of which there is one. It also stands for
-- foreign keys: entries and accounts are never deleted, so nothing has to be locked to see that they are there.
-- Each row is looked up by itself (enable_seqscan, and no EXISTS, which may read all of a table to hash it): a plan made
-- while the tables were empty is kept when they are not.
CREATE OR REPLACE FUNCTION app.check_added_postings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
DECLARE
  bad record;
BEGIN
  IF NOT EXISTS (
    SELECT FROM (
      SELECT p.entry_id, (SELECT a.currency FROM ledger_account a WHERE a.id = p.account_id) AS currency,
        min(p.position) AS first, sum(p.amount) AS total
      FROM added p GROUP BY 1, 2
    ) AS part
    GROUP BY entry_id
    HAVING bool_or(total <> 0) OR min(first) <> 1 OR bool_or(currency IS NULL)
      OR (SELECT e.id FROM ledger_entry e WHERE e.id = part.entry_id) IS NULL
  ) THEN
    RETURN NULL;
  END IF;
  FOR bad IN
    SELECT p.entry_id, min(p.position) = 1 AS whole, bool_and(a.id IS NOT NULL AND e.id IS NOT NULL) AS known
    FROM added p LEFT JOIN ledger_account a ON a.id = p.account_id LEFT JOIN ledger_entry e ON e.id = p.entry_id
    GROUP BY p.entry_id
  LOOP
    IF NOT bad.known THEN
      RAISE EXCEPTION 'ledger entry % or an account of it is not there', bad.entry_id USING ERRCODE = 'foreign_key_violation';
    ELSIF NOT bad.whole THEN
      RAISE EXCEPTION 'ledger entry % takes no further postings', bad.entry_id USING ERRCODE = 'EV002';
    END IF;
  END LOOP;
  RAISE EXCEPTION 'a ledger entry does not balance' USING ERRCODE = 'EV003';
END $$;
DROP TRIGGER IF EXISTS entry_balances ON ledger_posting;
DROP FUNCTION IF EXISTS app.check_entry_balances();
CREATE TRIGGER entry_balances AFTER INSERT ON ledger_posting REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION app.check_added_postings();

-- Posts one entry: {id, kind, sourceKey, partnershipId, milestoneId, postings: [{kind, ownerId, currency, amount}]}.
-- Returns false when the same source was posted before: a replay posts nothing.
-- Accounts come into being with their first posting. Those that may not go negative are locked in order of their ids.
CREATE OR REPLACE FUNCTION app.post_entry(entry jsonb, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
DECLARE
  partnership constant uuid := (entry ->> 'partnershipId')::uuid;
  lines constant jsonb := entry -> 'postings';
  -- By line, in the order of the accounts. A delta is in the account's own direction; null where no balance is stored.
  accounts bigint[];
  positions int[];
  amounts bigint[];
  deltas bigint[];
  moved bigint := 0;
BEGIN
  IF partnership IS NOT NULL AND NOT partnership = ANY (app.my_partnerships()) THEN
    RAISE EXCEPTION 'an entry of another tenant' USING ERRCODE = 'EV004';
  END IF;

  LOOP
    -- Looked up one by one: a join with the jsonb's unknown number of lines would read every account.
    SELECT array_agg(line.account), array_agg(line.position), array_agg(line.amount), array_agg(line.amount * line.sign)
    INTO accounts, positions, amounts, deltas
    FROM (
      SELECT l.position, (l.value ->> 'amount')::bigint AS amount,
        (SELECT a.id FROM ledger_account a WHERE a.kind = l.value ->> 'kind'
          AND a.owner_id = l.value ->> 'ownerId' AND a.currency = l.value ->> 'currency') AS account,
        (SELECT k.sign FROM ledger_account_kind k WHERE k.kind = l.value ->> 'kind' AND k.never_negative) AS sign
      FROM jsonb_array_elements(lines) WITH ORDINALITY AS l (value, position)
      ORDER BY account
    ) AS line;
    IF accounts IS NULL THEN
      RAISE EXCEPTION 'an entry without postings' USING ERRCODE = 'EV003';
    END IF;
    EXIT WHEN array_position(accounts, NULL) IS NULL;
    PERFORM app.open_accounts(lines);
  END LOOP;

  WITH posted AS (
    INSERT INTO ledger_entry (id, kind, source_key, partnership_id, milestone_id, at)
    VALUES ((entry ->> 'id')::uuid, entry ->> 'kind', entry ->> 'sourceKey', partnership, (entry ->> 'milestoneId')::uuid,
      post_entry.at)
    ON CONFLICT (kind, source_key) DO NOTHING
    RETURNING id
  )
  INSERT INTO ledger_posting (entry_id, position, account_id, amount)
  SELECT posted.id, line.position, line.account, line.amount
  FROM posted, unnest(positions, accounts, amounts) AS line (position, account, amount);
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  FOR i IN 1 .. cardinality(accounts) LOOP
    CONTINUE WHEN deltas[i] IS NULL;
    moved := moved + deltas[i];
    CONTINUE WHEN accounts[i] = accounts[i + 1];
    UPDATE ledger_balance b SET balance = b.balance + moved WHERE b.account_id = accounts[i] AND b.balance + moved >= 0;
    IF NOT FOUND THEN
      PERFORM app.move_balance(accounts[i], moved);
    END IF;
    moved := 0;
  END LOOP;
  RETURN true;
END $$;

-- Moves a stored balance that is not there yet, or that seems too low: judged once whoever moves it meanwhile is through.
CREATE OR REPLACE FUNCTION app.move_balance(account bigint, delta bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO ledger_balance (account_id, balance) VALUES (account, 0) ON CONFLICT (account_id) DO NOTHING;
  PERFORM FROM ledger_balance b WHERE b.account_id = account FOR UPDATE;
  UPDATE ledger_balance b SET balance = b.balance + delta WHERE b.account_id = account AND b.balance + delta >= 0;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'account % of kind % would go below zero', account,
      (SELECT a.kind FROM ledger_account a WHERE a.id = account) USING ERRCODE = 'EV005';
  END IF;
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
