-- Releases are listed across milestones, newest first.
CREATE INDEX "release_partnership_id_created_at_idx" ON "release"("partnership_id", "created_at");
