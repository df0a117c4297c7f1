-- Money that the brand's bank took back, and the holds that say so.

-- The parts `newReturn`, `settledReturn` and `holds` of a change.
CREATE OR REPLACE FUNCTION app.write_returns(actor jsonb, change jsonb, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  item jsonb;
BEGIN
  IF change ? 'newReturn' THEN
    item := change -> 'newReturn';
    INSERT INTO funding_return (id, partnership_id, milestone_id, funding_id, provider_dispute_id, amount, fee, from_held,
      from_fee_held, owed, provider_fee, currency, status, reason, created_at)
    VALUES ((item ->> 'id')::uuid, (item ->> 'partnershipId')::uuid, (item ->> 'milestoneId')::uuid,
      (item ->> 'fundingId')::uuid, item ->> 'disputeId', (item ->> 'amount')::bigint, (item ->> 'fee')::bigint,
      (item ->> 'fromHeld')::bigint, (item ->> 'fromFeeHeld')::bigint, (item ->> 'owed')::bigint,
      (item ->> 'providerFee')::bigint, item ->> 'currency', item ->> 'status', item ->> 'reason', at);
  END IF;
  IF change ? 'settledReturn' THEN
    item := change -> 'settledReturn';
    UPDATE funding_return SET status = item ->> 'status', settled_at = at WHERE id = (item ->> 'id')::uuid;
  END IF;
  IF change #> '{holds,place}' IS NOT NULL THEN
    item := change #> '{holds,place}';
    INSERT INTO hold (id, partnership_id, milestone_id, subject, subject_id, amount, currency, reason, words, owner_kind,
      owner_name, evidence, placed_at, next_at)
    VALUES ((item ->> 'id')::uuid, (item ->> 'partnershipId')::uuid, (item ->> 'milestoneId')::uuid, item ->> 'subject',
      (item ->> 'subjectId')::uuid, (item ->> 'amount')::bigint, item ->> 'currency', item ->> 'reason', item ->> 'words',
      item ->> 'ownerKind', item ->> 'ownerName', ARRAY(SELECT jsonb_array_elements_text(item -> 'evidence')), at,
      (item ->> 'nextAt')::timestamptz);
  END IF;
  IF change #> '{holds,answer}' IS NOT NULL THEN
    item := change #> '{holds,answer}';
    UPDATE hold SET answer = item ->> 'answer', answer_reason = item ->> 'reason', answered_at = at,
      answered_by_name = actor ->> 'name'
    WHERE id = (item ->> 'id')::uuid AND ended_at IS NULL;
  END IF;
  IF change #> '{holds,end}' IS NOT NULL THEN
    item := change #> '{holds,end}';
    UPDATE hold SET ended_at = at, ended_reason = item ->> 'reason'
    WHERE id IN (SELECT jsonb_array_elements_text(item -> 'ids')::uuid) AND ended_at IS NULL;
  END IF;
  IF change #> '{holds,goOn}' IS NOT NULL THEN
    item := change #> '{holds,goOn}';
    UPDATE hold SET next_at = (item ->> 'nextAt')::timestamptz
    WHERE id IN (SELECT jsonb_array_elements_text(item -> 'ids')::uuid) AND ended_at IS NULL;
  END IF;
  IF change #> '{holds,appeal}' IS NOT NULL THEN
    item := change #> '{holds,appeal}';
    UPDATE hold SET appeal_note = item ->> 'note', appealed_at = at, appealed_by_name = actor ->> 'name'
    WHERE id = (item ->> 'id')::uuid AND appealed_at IS NULL;
  END IF;
END $$;
