-- What the operator answered to a hold: upheld or released, with the reason both sides read.
ALTER TABLE "hold" ADD COLUMN "answer" TEXT;
ALTER TABLE "hold" ADD COLUMN "answer_reason" TEXT;
ALTER TABLE "hold" ADD COLUMN "answered_at" TIMESTAMPTZ(3);
ALTER TABLE "hold" ADD COLUMN "answered_by_name" TEXT;
