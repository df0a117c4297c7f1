-- What was charged to a saved method without asking: everything still under way, and what went through in the calendar
-- month of `at`, on the clock of the organization.
CREATE OR REPLACE FUNCTION app.method_spent(method uuid, at timestamptz) RETURNS bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT coalesce(sum(f.amount + f.fee), 0)::bigint
  FROM funding f JOIN payment_method m ON m.id = f.payment_method_id JOIN organization o ON o.id = m.organization_id
  WHERE f.payment_method_id = method AND f.currency = m.limit_currency
    AND (f.status IN ('opened', 'processing') OR f.status = 'succeeded'
      AND date_trunc('month', f.created_at AT TIME ZONE o.time_zone) = date_trunc('month', method_spent.at AT TIME ZONE o.time_zone))
$$;

-- Says yes to one more charge, under a lock, so that two at once cannot both fit under the limit.
CREATE OR REPLACE FUNCTION app.use_method(method uuid, total bigint, currency text, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  locked payment_method%ROWTYPE;
BEGIN
  SELECT * INTO locked FROM payment_method m WHERE m.id = method AND m.removed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a payment method that is not there' USING ERRCODE = 'EV008';
  END IF;
  IF locked.limit_currency IS DISTINCT FROM use_method.currency
    OR app.method_spent(method, at) + total > coalesce(locked.limit_amount, 0) THEN
    RAISE EXCEPTION 'beyond the limit of the payment method' USING ERRCODE = 'EV009';
  END IF;
END $$;
