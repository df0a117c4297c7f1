-- Uploads that never reached a submission or an import: begun before `before` and attached to nothing. Their chunks go with them.
CREATE OR REPLACE FUNCTION app.clear_unused_uploads(before timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  cleared int;
BEGIN
  DELETE FROM file f WHERE f.partnership_id IS NULL AND f.created_at < clear_unused_uploads.before
    AND NOT EXISTS (SELECT 1 FROM submission_file s WHERE s.file_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM revenue_import i WHERE i.file_id = f.id);
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END $$;
