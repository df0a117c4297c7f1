-- Functions that see across tenants belong to the system role, whose reach is set by policies, not to the owner of the tables.
-- The one that wakes the worker stays with the owner of the queue.
DO $$
DECLARE
  crossing record;
BEGIN
  FOR crossing IN
    SELECT p.oid::regprocedure AS signature FROM pg_proc p
    WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef AND p.proname <> 'wake_workers'
      AND pg_get_userbyid(p.proowner) <> 'evenshare_system'
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO evenshare_system', crossing.signature);
  END LOOP;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO evenshare_app, evenshare_system;
-- Sign-in tells people by mail what happens to their account, in the transaction in which it happens.
GRANT EXECUTE ON FUNCTION app.queue_mail(jsonb, timestamptz) TO evenshare_auth;
-- Sign-in counts attempts; what is counted belongs to nobody else.
REVOKE EXECUTE ON FUNCTION app.take_token(text, int, int), app.return_token(text, int) FROM evenshare_app;
GRANT EXECUTE ON FUNCTION app.take_token(text, int, int), app.return_token(text, int) TO evenshare_auth;
