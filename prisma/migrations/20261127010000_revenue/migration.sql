-- CreateTable
CREATE TABLE "revenue_source" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,

    CONSTRAINT "revenue_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revenue_mapping" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_name" TEXT NOT NULL,

    CONSTRAINT "revenue_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revenue_import" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "mapping" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "bytes_total" BIGINT NOT NULL,
    "bytes_read" BIGINT NOT NULL,
    "rows_read" INTEGER NOT NULL,
    "rows_new" INTEGER NOT NULL,
    "rows_known" INTEGER NOT NULL,
    "rows_skipped" INTEGER NOT NULL,
    "rows_faulty" INTEGER NOT NULL,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "reverted_at" TIMESTAMPTZ(3),
    "reverted_by_name" TEXT,

    CONSTRAINT "revenue_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "revenue_import_status" CHECK ("status" IN ('reading', 'done', 'failed', 'reverted')),
    CONSTRAINT "revenue_import_rows" CHECK ("rows_read" = "rows_new" + "rows_known" + "rows_skipped" + "rows_faulty")
);

-- CreateTable
CREATE TABLE "revenue_fault" (
    "import_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "what" TEXT NOT NULL,

    CONSTRAINT "revenue_fault_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "revenue_line" (
    "source_id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "type" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "quantity" BIGINT,
    "gross" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "fees" BIGINT NOT NULL,
    "shipping" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "original_id" TEXT,
    "description" TEXT NOT NULL,

    CONSTRAINT "revenue_line_pkey" PRIMARY KEY ("source_id","event_id"),
    CONSTRAINT "revenue_line_type" CHECK ("type" IN ('sale', 'return')),
    CONSTRAINT "revenue_line_amounts" CHECK (least("gross", "tax", "fees", "shipping") >= 0)
);

-- CreateIndex
CREATE UNIQUE INDEX "revenue_source_organization_id_name_key" ON "revenue_source"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "revenue_mapping_organization_id_name_key" ON "revenue_mapping"("organization_id", "name");

-- CreateIndex
CREATE INDEX "revenue_import_organization_id_created_at_idx" ON "revenue_import"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "revenue_import_file_id_idx" ON "revenue_import"("file_id");

-- CreateIndex
CREATE INDEX "revenue_line_organization_id_item_occurred_at_idx" ON "revenue_line"("organization_id", "item", "occurred_at");

-- CreateIndex
CREATE INDEX "revenue_line_organization_id_occurred_at_idx" ON "revenue_line"("organization_id", "occurred_at");

-- CreateIndex
CREATE INDEX "revenue_line_import_id_idx" ON "revenue_line"("import_id");

-- AddForeignKey
ALTER TABLE "revenue_import" ADD CONSTRAINT "revenue_import_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "revenue_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_import" ADD CONSTRAINT "revenue_import_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_fault" ADD CONSTRAINT "revenue_fault_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "revenue_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_line" ADD CONSTRAINT "revenue_line_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "revenue_source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
