-- Work after the commit. The operation table is the truth; a job is only a wake-up, and leases run in the database's own time.

-- Owned by the owner of the queue's tables, because the application may not write there.
CREATE OR REPLACE FUNCTION app.wake_worker(operation_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_temp
AS $$
  SELECT graphile_worker.add_job('operation', json_build_object('id', operation_id),
    job_key := 'operation:' || operation_id, max_attempts := 1::smallint)
$$;

-- Adds an operation, or takes an earlier one of the same subject up again.
CREATE OR REPLACE FUNCTION app.enqueue_operation(id uuid, kind text, subject_id text, organization uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  wanted uuid;
BEGIN
  INSERT INTO operation AS o (id, kind, subject_id, organization_id, status, created_at, not_before)
  VALUES (enqueue_operation.id, enqueue_operation.kind, enqueue_operation.subject_id, organization, 'pending', at, clock_timestamp())
  ON CONFLICT (kind, subject_id) DO UPDATE
    SET status = 'pending', not_before = clock_timestamp(), attempts = 0, finished_at = NULL, last_error = NULL
  RETURNING o.id INTO wanted;
  PERFORM app.wake_worker(wanted);
END $$;

-- Leases one operation to the caller, if it is due and nobody else has it.
CREATE OR REPLACE FUNCTION app.claim_operation(wanted uuid, lease_seconds int)
RETURNS TABLE (id uuid, kind text, subject_id text, organization_id uuid, attempts int, lease_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE operation o SET lease_id = gen_random_uuid(), attempts = o.attempts + 1,
    leased_until = clock_timestamp() + make_interval(secs => lease_seconds)
  WHERE o.id = (
    SELECT c.id FROM operation c WHERE c.id = wanted AND c.status = 'pending' AND c.not_before <= clock_timestamp()
      AND (c.leased_until IS NULL OR c.leased_until < clock_timestamp())
    FOR UPDATE SKIP LOCKED)
  RETURNING o.id, o.kind, o.subject_id, o.organization_id, o.attempts, o.lease_id
$$;

-- Ends a lease: done, failed for good, or pending again after a while. A lease that was lost ends nothing.
CREATE OR REPLACE FUNCTION app.finish_operation(wanted uuid, lease uuid, outcome text, retry_ms int, error text, at timestamptz)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE operation o SET status = outcome, lease_id = NULL, leased_until = NULL, last_error = error,
    finished_at = CASE WHEN outcome = 'pending' THEN NULL ELSE at END,
    not_before = clock_timestamp() + make_interval(secs => coalesce(retry_ms, 0) / 1000.0)
  WHERE o.id = wanted AND o.lease_id = lease;
  RETURN FOUND;
END $$;

-- Operations that are due and that nobody works on: after a crash, a lost wake-up, or a wait.
CREATE OR REPLACE FUNCTION app.due_operations(most int) RETURNS TABLE (id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT o.id FROM operation o
  WHERE o.status = 'pending' AND o.not_before <= clock_timestamp()
    AND (o.leased_until IS NULL OR o.leased_until < clock_timestamp())
  ORDER BY o.not_before LIMIT most
$$;

-- Takes waiting operations of a kind up again at once, because what they waited for may have happened.
CREATE OR REPLACE FUNCTION app.hasten_operations(wanted_kind text, organization uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  hastened record;
  count int := 0;
BEGIN
  FOR hastened IN
    UPDATE operation o SET not_before = clock_timestamp()
    WHERE o.kind = wanted_kind AND o.organization_id = organization AND o.status = 'pending' AND o.lease_id IS NULL
    RETURNING o.id
  LOOP
    PERFORM app.wake_worker(hastened.id);
    count := count + 1;
  END LOOP;
  RETURN count;
END $$;

-- Deadlines whose instant has come by the product's clock, with the brand in whose scope they are carried out.
CREATE OR REPLACE FUNCTION app.due_deadlines(now timestamptz, most int)
RETURNS TABLE (id uuid, kind text, milestone_id uuid, organization_id uuid, due_at timestamptz, days_before int)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT d.id, d.kind, d.milestone_id, p.organization_id, d.due_at, d.days_before
  FROM deadline d JOIN partnership_party p ON p.partnership_id = d.partnership_id AND p.kind = 'brand'
  WHERE d.status = 'pending' AND d.due_at <= now
  ORDER BY d.due_at, d.kind, d.id LIMIT most
$$;
