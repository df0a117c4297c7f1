-- Sales on their way in. Lines of an import count from the moment it is done, all of them at once.

-- Stores the next rows of a file and how far it was read, in one transaction: a reader that dies goes on where this ended.
-- The rows lie in the temporary table revenue_stage of the session. One that was stored before with the same content is
-- known; one that was stored before with other content is a fault. Inserted in the order of the ids, so that two imports
-- of one source cannot lock each other out.
--   batch    {rowsBefore, bytesRead, rows, skipped, faulty, faults: [{position, line, column, what}]}; `faulty` counts rows
-- Answers false, having stored nothing, when the import is not being read any more, or when somebody else has read on.
-- Each row is looked up by itself (enable_seqscan): a plan made while the table was empty is kept when it is not.
CREATE OR REPLACE FUNCTION app.store_revenue(import uuid, batch jsonb) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
DECLARE
  reading revenue_import%ROWTYPE;
  added int;
  known int;
  conflicts jsonb;
BEGIN
  SELECT * INTO reading FROM revenue_import i WHERE i.id = store_revenue.import AND i.status = 'reading' FOR UPDATE;
  IF NOT FOUND OR reading.rows_read <> (batch ->> 'rowsBefore')::int THEN
    RETURN false;
  END IF;

  WITH first_rows AS (
    SELECT DISTINCT ON (s.event_id COLLATE "C") s.* FROM pg_temp.revenue_stage s ORDER BY s.event_id COLLATE "C", s.position
  ), inserted AS (
    INSERT INTO revenue_line (source_id, event_id, organization_id, import_id, occurred_at, type, item, quantity, gross, tax,
      fees, shipping, currency, original_id, description)
    SELECT reading.source_id, f.event_id, reading.organization_id, reading.id, f.occurred_at, f.type, f.item, f.quantity,
      f.gross, f.tax, f.fees, f.shipping, f.currency, f.original_id, f.description
    FROM first_rows f
    ON CONFLICT (source_id, event_id) DO NOTHING
    RETURNING event_id
  )
  SELECT count(*)::int INTO added FROM inserted;

  -- What is there by now is what the first of each id brought; every row is compared with it.
  WITH compared AS (
    SELECT s.position, s.line,
      (l.occurred_at, l.type, l.item, l.quantity, l.gross, l.tax, l.fees, l.shipping, l.currency, l.original_id, l.description)
        IS NOT DISTINCT FROM
      (s.occurred_at, s.type, s.item, s.quantity, s.gross, s.tax, s.fees, s.shipping, s.currency, s.original_id, s.description) AS same
    FROM pg_temp.revenue_stage s JOIN revenue_line l ON l.source_id = reading.source_id AND l.event_id = s.event_id
  )
  SELECT count(*) FILTER (WHERE same)::int - added,
    coalesce(jsonb_agg(jsonb_build_object('position', position, 'line', line, 'column', 'id',
      'what', 'was stored before with other content')) FILTER (WHERE NOT same), '[]')
  INTO known, conflicts FROM compared;

  INSERT INTO revenue_fault (import_id, organization_id, position, line, "column", what)
  SELECT reading.id, reading.organization_id,
    coalesce((SELECT max(position) FROM revenue_fault WHERE import_id = reading.id), 0)
      + row_number() OVER (ORDER BY (f.value ->> 'position')::int, f.place),
    (f.value ->> 'line')::int, f.value ->> 'column', f.value ->> 'what'
  FROM jsonb_array_elements((batch -> 'faults') || conflicts) WITH ORDINALITY AS f (value, place);

  UPDATE revenue_import i SET
    bytes_read = (batch ->> 'bytesRead')::bigint,
    rows_read = i.rows_read + (batch ->> 'rows')::int,
    rows_new = i.rows_new + added,
    rows_known = i.rows_known + known,
    rows_skipped = i.rows_skipped + (batch ->> 'skipped')::int,
    rows_faulty = i.rows_faulty + (batch ->> 'faulty')::int + jsonb_array_length(conflicts)
  WHERE i.id = reading.id;
  PERFORM pg_notify('evenshare_live', jsonb_build_object('topic', 'revenue', 'id', reading.id,
    'organizations', jsonb_build_array(reading.organization_id))::text);
  RETURN true;
END $$;

-- Ends the reading of an import: all of its lines count from here on, or none ever. False when it had ended before.
CREATE OR REPLACE FUNCTION app.finish_revenue(import uuid, outcome text, reason text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  owner uuid;
BEGIN
  UPDATE revenue_import i SET status = outcome, problem = reason, finished_at = at
  WHERE i.id = finish_revenue.import AND i.status = 'reading' RETURNING i.organization_id INTO owner;
  IF owner IS NULL THEN
    RETURN false;
  END IF;
  PERFORM pg_notify('evenshare_live', jsonb_build_object('topic', 'revenue', 'id', finish_revenue.import,
    'organizations', jsonb_build_array(owner))::text);
  RETURN true;
END $$;

-- Takes lines of an import that was taken back, or that failed, out of the table, some at a time. Answers how many.
CREATE OR REPLACE FUNCTION app.clear_revenue(import uuid, most int) RETURNS int
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  cleared int;
BEGIN
  DELETE FROM revenue_line l WHERE (l.source_id, l.event_id) IN (
    SELECT c.source_id, c.event_id FROM revenue_line c JOIN revenue_import i ON i.id = c.import_id
    WHERE c.import_id = clear_revenue.import AND i.status IN ('failed', 'reverted') LIMIT most);
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END $$;
