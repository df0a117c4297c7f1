-- What whoever runs the platform sees and is told; they stand above all tenants and act by command.

-- Holds that have not ended, oldest first.
CREATE OR REPLACE FUNCTION app.list_open_holds()
RETURNS TABLE (id uuid, milestone_id uuid, milestone_title text, brand_id uuid, brand_name text, producer_name text,
  amount bigint, currency text, reason text, words text, owner_name text, placed_at timestamptz, next_at timestamptz,
  appeal_note text, appealed_at timestamptz, answer text, answer_reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT h.id, h.milestone_id, m.title, b.id, b.name, p.name, h.amount, h.currency, h.reason, h.words, h.owner_name,
    h.placed_at, h.next_at, h.appeal_note, h.appealed_at, h.answer, h.answer_reason
  FROM hold h JOIN milestone m ON m.id = h.milestone_id
    JOIN partnership_party bp ON bp.partnership_id = h.partnership_id AND bp.kind = 'brand'
    JOIN organization b ON b.id = bp.organization_id
    JOIN partnership_party pp ON pp.partnership_id = h.partnership_id AND pp.kind = 'producer'
    JOIN organization p ON p.id = pp.organization_id
  WHERE h.ended_at IS NULL
  ORDER BY h.placed_at, h.id
$$;

-- One mail for each event and address: its message's id is made of the event, and a message is queued once.
CREATE OR REPLACE FUNCTION app.tell_operator(event text, address text, data jsonb, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT app.queue_mail(jsonb_build_object('id', md5('operator:' || event)::uuid, 'template', 'operator.told', 'data', data,
    'toPerson', jsonb_build_object('userId', NULL, 'name', 'Operator', 'email', address, 'side', 'brand')), at)
$$;
