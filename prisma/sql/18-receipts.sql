-- Receipts: one for each payment of a brand that went through, counted per brand without a gap.

-- Writes the receipt of a payment in the transaction that confirms it, whichever side's scope that is. The brand's receipts
-- are written one after the other, so that a number which was given is a receipt that is there. Names and titles are kept
-- as they are now.
CREATE OR REPLACE FUNCTION app.issue_receipt(funding uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  brand constant uuid := (
    SELECT pp.organization_id FROM funding f JOIN partnership_party pp ON pp.partnership_id = f.partnership_id AND pp.kind = 'brand'
    WHERE f.id = issue_receipt.funding AND f.status = 'succeeded' AND f.partnership_id = ANY (app.my_partnerships())
  );
BEGIN
  IF brand IS NULL THEN
    RAISE EXCEPTION 'no payment of a brand that went through: %', funding USING ERRCODE = 'EV004';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('receipt:' || brand, 0));
  INSERT INTO receipt (funding_id, organization_id, number, brand_name, producer_name, partnership_title, milestone_title,
    time_zone, issued_at)
  SELECT f.id, brand, coalesce((SELECT max(r.number) FROM receipt r WHERE r.organization_id = brand), 0) + 1, b.name, o.name,
    p.title, m.title, v.time_zone, at
  FROM funding f
  JOIN milestone m ON m.id = f.milestone_id
  JOIN partnership p ON p.id = f.partnership_id
  JOIN organization b ON b.id = brand
  JOIN partnership_party op ON op.partnership_id = p.id AND op.kind = 'producer'
  JOIN organization o ON o.id = op.organization_id
  JOIN agreement_version v ON v.partnership_id = p.id AND v.version = m.agreement_version
  WHERE f.id = issue_receipt.funding AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.funding_id = f.id);
END $$;
