-- What the platform charges. The operator sets it by command; portals and worker only read what is in force.

-- The fee in force on the UTC day of an instant, in basis points; null while the operator has set none.
CREATE OR REPLACE FUNCTION app.platform_fee_at(at timestamptz) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT basis_points FROM platform_fee WHERE from_day <= (at AT TIME ZONE 'UTC')::date
  ORDER BY from_day DESC, number DESC LIMIT 1
$$;

-- Everything that was ever set, in the order in which it was.
CREATE OR REPLACE FUNCTION app.list_platform_fees()
RETURNS TABLE (number bigint, basis_points int, from_day text, set_at timestamptz, set_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT f.number, f.basis_points, f.from_day::text, f.set_at, f.set_by FROM platform_fee f ORDER BY f.number
$$;

-- Sets the fee from a day on and says so in the audit trail, which names the person at the shell.
CREATE OR REPLACE FUNCTION app.set_platform_fee(points int, first_day date, who text, fallback int, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  set_number bigint;
  before constant int := coalesce(app.platform_fee_at(first_day::timestamp AT TIME ZONE 'UTC'), fallback);
BEGIN
  INSERT INTO platform_fee (basis_points, from_day, set_at, set_by) VALUES (points, first_day, at, who)
  RETURNING number INTO set_number;
  INSERT INTO audit_event (id, at, action, actor_kind, actor_name, subject_type, subject_id, before, after)
  VALUES (gen_random_uuid(), at, 'platform.set_fee', 'operator', who, 'platform_fee', set_number::text,
    jsonb_build_object('feeBp', before::text), jsonb_build_object('feeBp', points::text, 'from', first_day::text));
END $$;
