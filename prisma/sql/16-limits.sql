-- How often something may be done, counted where every process sees it. An allowance is a bucket of tokens that fills by one
-- every so many milliseconds; kept is the instant at which it is full again, so that taking one is a single statement. The
-- table is not logged: nothing waits for the disk, and after a crash of the server everybody starts with a full bucket.

-- Takes a token: 0 when there was one, else the milliseconds until there is.
CREATE OR REPLACE FUNCTION app.take_token(wanted text, burst int, every_ms int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  step constant interval := make_interval(secs => every_ms / 1000.0);
  at constant timestamptz := clock_timestamp();
  wait interval;
BEGIN
  INSERT INTO rate_limit AS l (subject, full_at) VALUES (wanted, at + step)
  ON CONFLICT (subject) DO UPDATE SET full_at = greatest(l.full_at, at) + step
    WHERE greatest(l.full_at, at) + step <= at + burst * step;
  IF FOUND THEN
    -- Now and then the full ones are cleared away, past those that somebody is taking from.
    IF random() < 0.001 THEN
      DELETE FROM rate_limit WHERE subject IN (
        SELECT subject FROM rate_limit WHERE full_at < at - interval '1 minute' LIMIT 10000 FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN 0;
  END IF;
  SELECT l.full_at + step - burst * step - at INTO wait FROM rate_limit l WHERE l.subject = wanted;
  RETURN greatest(1, ceil(extract(epoch FROM coalesce(wait, step)) * 1000))::int;
END $$;

-- Gives a token back: what it was taken for turned out to be right.
CREATE OR REPLACE FUNCTION app.return_token(wanted text, every_ms int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ UPDATE rate_limit SET full_at = full_at - make_interval(secs => every_ms / 1000.0) WHERE subject = wanted $$;
