-- Functions may refer to functions of later files.
SET LOCAL check_function_bodies = off;

-- Three roles without login. Connections take one of the first two; neither owns a table nor bypasses row security.
--   evenshare_app     every request and job: tenant tables under row-level security
--   evenshare_auth    sign-in only: people, sessions, organizations, members
--   evenshare_system  owns the functions that must see across tenants; nothing connects as it
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['evenshare_app', 'evenshare_auth', 'evenshare_system'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS NOSUPERUSER', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database of this cluster has made it
    END;
    IF NOT pg_has_role(current_user, wanted, 'USAGE') THEN
      EXECUTE format('GRANT %I TO %I', wanted, current_user);
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA IF NOT EXISTS app;
GRANT USAGE ON SCHEMA app, public TO evenshare_app, evenshare_auth, evenshare_system;
GRANT CREATE ON SCHEMA app TO evenshare_system;
