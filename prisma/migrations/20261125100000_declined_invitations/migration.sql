-- An invitation can be declined.
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_status_known";
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_status_known"
  CHECK ("status" IN ('pending', 'accepted', 'declined', 'revoked', 'expired'));
