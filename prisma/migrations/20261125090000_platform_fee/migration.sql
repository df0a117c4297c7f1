-- CreateTable
CREATE TABLE "platform_fee" (
    "number" BIGSERIAL NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" TEXT NOT NULL,

    CONSTRAINT "platform_fee_pkey" PRIMARY KEY ("number"),
    CONSTRAINT "platform_fee_in_bounds" CHECK ("basis_points" BETWEEN 0 AND 2000)
);
