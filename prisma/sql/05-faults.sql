-- Points inside a transaction at which the crash harness stops a process. Nothing happens unless the connection names one.
CREATE OR REPLACE FUNCTION app.pass_fault_point(point text) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  IF current_setting('app.fault_point', true) = point THEN
    PERFORM pg_sleep(60);
  END IF;
END $$;
