-- CreateTable
CREATE TABLE "receipt" (
    "funding_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "brand_name" TEXT NOT NULL,
    "producer_name" TEXT NOT NULL,
    "partnership_title" TEXT NOT NULL,
    "milestone_title" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("funding_id"),
    CONSTRAINT "receipt_number_positive" CHECK ("number" > 0)
);

-- CreateIndex
CREATE UNIQUE INDEX "receipt_organization_id_number_key" ON "receipt"("organization_id", "number");

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_funding_id_fkey" FOREIGN KEY ("funding_id") REFERENCES "funding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was paid before receipts were written gets its own now, in the order in which it was paid.
INSERT INTO "receipt"
SELECT f."id", b."id", row_number() OVER (PARTITION BY b."id" ORDER BY f."succeeded_at", f."id"), b."name", o."name", p."title",
  m."title", v."time_zone", f."succeeded_at"
FROM "funding" f
JOIN "milestone" m ON m."id" = f."milestone_id"
JOIN "partnership" p ON p."id" = f."partnership_id"
JOIN "partnership_party" bp ON bp."partnership_id" = p."id" AND bp."kind" = 'brand'
JOIN "organization" b ON b."id" = bp."organization_id"
JOIN "partnership_party" op ON op."partnership_id" = p."id" AND op."kind" = 'producer'
JOIN "organization" o ON o."id" = op."organization_id"
JOIN "agreement_version" v ON v."partnership_id" = p."id" AND v."version" = m."agreement_version"
WHERE f."status" = 'succeeded' AND f."succeeded_at" IS NOT NULL;
