-- Work after the commit. The operation table is the truth; a job is only a wake-up, and leases run in the database's own time.

-- Owned by the owner of the queue's tables, because the application may not write there. One call for many: a call costs
-- several times what a job of it does.
DROP FUNCTION IF EXISTS app.wake_worker(uuid);
CREATE OR REPLACE FUNCTION app.wake_workers(operation_ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_temp
AS $$
BEGIN
  IF cardinality(operation_ids) > 0 THEN
    PERFORM graphile_worker.add_jobs(ARRAY(
      SELECT ('operation', json_build_object('id', id), NULL, NULL, 1, 'operation:' || id, NULL, NULL)::graphile_worker.job_spec
      FROM unnest(operation_ids) AS id));
  END IF;
END $$;

-- Adds operations ([{id, kind, subjectId, organizationId}]), or takes earlier ones of the same subjects up again.
CREATE OR REPLACE FUNCTION app.enqueue_operations(operations jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  wanted uuid[];
BEGIN
  WITH written AS (
    INSERT INTO operation AS o (id, kind, subject_id, organization_id, status, created_at, not_before)
    SELECT DISTINCT ON (w.item ->> 'kind', w.item ->> 'subjectId') (w.item ->> 'id')::uuid, w.item ->> 'kind', w.item ->> 'subjectId',
      (w.item ->> 'organizationId')::uuid, 'pending', enqueue_operations.at, clock_timestamp()
    FROM jsonb_array_elements(operations) AS w (item)
    ON CONFLICT (kind, subject_id) DO UPDATE
      SET status = 'pending', not_before = clock_timestamp(), attempts = 0, finished_at = NULL, last_error = NULL
    RETURNING o.id
  )
  SELECT array_agg(id) INTO wanted FROM written;
  PERFORM app.wake_workers(wanted);
END $$;

-- As `app.enqueue_operations`, for one.
CREATE OR REPLACE FUNCTION app.enqueue_operation(id uuid, kind text, subject_id text, organization uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT app.enqueue_operations(jsonb_build_array(
    jsonb_build_object('id', id, 'kind', kind, 'subjectId', subject_id, 'organizationId', organization)), at)
$$;

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

-- Keeps a lease for so long from now: for work that takes longer than one. False: it was lost.
CREATE OR REPLACE FUNCTION app.renew_lease(wanted uuid, lease uuid, lease_seconds int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE operation o SET leased_until = clock_timestamp() + make_interval(secs => lease_seconds)
  WHERE o.id = wanted AND o.lease_id = lease;
  RETURN FOUND;
END $$;

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
  hastened uuid[];
BEGIN
  WITH due AS (
    UPDATE operation o SET not_before = clock_timestamp()
    WHERE o.kind = wanted_kind AND o.organization_id = organization AND o.status = 'pending' AND o.lease_id IS NULL
    RETURNING o.id
  )
  SELECT coalesce(array_agg(id), '{}') INTO hastened FROM due;
  PERFORM app.wake_workers(hastened);
  RETURN cardinality(hastened);
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
