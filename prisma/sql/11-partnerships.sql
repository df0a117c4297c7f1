-- Starting a partnership: the only way in which a row visible to two tenants comes into being.

-- It told whether an address belongs to a producer. A brand invites now.
DROP FUNCTION IF EXISTS app.find_producer_by_email(text);

CREATE OR REPLACE FUNCTION app.start_partnership(partnership uuid, producer uuid, title text, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  brand constant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organization WHERE id = brand AND kind = 'brand')
    OR NOT EXISTS (SELECT 1 FROM organization WHERE id = producer AND kind = 'producer') THEN
    RAISE EXCEPTION 'a partnership joins a brand and a producer' USING ERRCODE = 'EV004';
  END IF;
  INSERT INTO partnership (id, title, created_at) VALUES (partnership, start_partnership.title, at);
  INSERT INTO partnership_party (partnership_id, organization_id, kind, joined_at)
  VALUES (partnership, brand, 'brand', at), (partnership, producer, 'producer', at);
END $$;
