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

  INSERT INTO ledger_account (kind, owner_id, currency)
  SELECT DISTINCT line ->> 'kind', line ->> 'ownerId', line ->> 'currency'
  FROM jsonb_array_elements(entry -> 'postings') AS line
  WHERE NOT EXISTS (
    SELECT 1 FROM ledger_account known
    WHERE known.kind = line ->> 'kind' AND known.owner_id = line ->> 'ownerId' AND known.currency = line ->> 'currency'
  )
  ORDER BY 1, 2, 3
  ON CONFLICT (kind, owner_id, currency) DO NOTHING;

  INSERT INTO ledger_posting (entry_id, position, account_id, amount)
  SELECT new_entry, line.position, account.id, (line.value ->> 'amount')::bigint
  FROM jsonb_array_elements(entry -> 'postings') WITH ORDINALITY AS line (value, position)
  JOIN ledger_account account ON account.kind = line.value ->> 'kind'
    AND account.owner_id = line.value ->> 'ownerId' AND account.currency = line.value ->> 'currency';

  INSERT INTO ledger_balance (account_id, balance)
  SELECT DISTINCT account.id, 0 FROM ledger_posting posting
  JOIN ledger_account account ON account.id = posting.account_id
  JOIN ledger_account_kind rule ON rule.kind = account.kind AND rule.never_negative
  WHERE posting.entry_id = new_entry
  ORDER BY account.id
  ON CONFLICT (account_id) DO NOTHING;

  PERFORM 1 FROM ledger_balance balance
  WHERE balance.account_id IN (SELECT posting.account_id FROM ledger_posting posting WHERE posting.entry_id = new_entry)
  ORDER BY balance.account_id FOR UPDATE;

  FOR short IN
    SELECT account.id, account.kind, balance.balance + sum(rule.sign * posting.amount) AS after
    FROM ledger_posting posting
    JOIN ledger_account account ON account.id = posting.account_id
    JOIN ledger_account_kind rule ON rule.kind = account.kind AND rule.never_negative
    JOIN ledger_balance balance ON balance.account_id = account.id
    WHERE posting.entry_id = new_entry
    GROUP BY account.id, account.kind, balance.balance
  LOOP
    IF short.after < 0 THEN
      RAISE EXCEPTION 'account % of kind % would go below zero', short.id, short.kind USING ERRCODE = 'EV005';
    END IF;
    UPDATE ledger_balance SET balance = short.after WHERE account_id = short.id;
  END LOOP;
  RETURN true;
END $$;

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
