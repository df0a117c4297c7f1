import { randomUUID } from "node:crypto";
import { getImport, type Scope, startImport } from "@evenshare/application";
import { onlineRetailMapping, type RevenueMapping, type views } from "@evenshare/domain";
import { drainOperations, must, type TestWorld } from "../../src";

export const retailHeader =
  "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

/** A row of the retailer's file. */
export const retailRow = (invoice: string, item: string, quantity = "2", price = "1.25") =>
  `${invoice},${item},Mug,${quantity},2010-12-01 08:26:00,${price},17850.0,United Kingdom`;

/** Uploads a file as its bytes, or as text with a header of the retailer. */
export async function upload(
  { deps }: TestWorld,
  { organizationId }: Scope,
  content: Uint8Array | readonly string[],
): Promise<string> {
  const bytes =
    content instanceof Uint8Array ? content : Buffer.from([retailHeader, ...content].join("\r\n"));
  const file = {
    id: randomUUID(),
    organizationId,
    name: "sales.csv",
    contentType: "text/csv",
    uploadedByName: "B",
  };
  await deps.database.storeFile(file, parts(bytes), 100_000_000, deps.clock.now());
  return file.id;
}

async function* parts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
}

export interface ImportWish {
  readonly source?: string;
  readonly mapping?: RevenueMapping;
  readonly saveMappingAs?: string;
}

/** Starts an import of an uploaded file; the worker has not seen it yet. */
export async function begin(
  { deps }: TestWorld,
  brand: Scope,
  fileId: string,
  { source = "Shop", mapping = onlineRetailMapping, saveMappingAs }: ImportWish = {},
): Promise<string> {
  const command = { commandKey: randomUUID(), fileId, source, mapping, saveMappingAs: saveMappingAs ?? null };
  return must(await startImport(deps, brand, command)).id;
}

/** Uploads, imports and lets the worker finish. */
export async function importFile(
  world: TestWorld,
  brand: Scope,
  content: Uint8Array | readonly string[],
  wish: ImportWish = {},
): Promise<views.RevenueImportView> {
  const id = await begin(world, brand, await upload(world, brand, content), wish);
  await drainOperations(world.deps);
  return must(await getImport(world.deps, brand, { id }));
}
