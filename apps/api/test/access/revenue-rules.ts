import { onlineRetailMapping, views } from "@evenshare/domain";
import { command } from "./milestones";
import type { ProcedureRule } from "./procedure-rule";
import type { World } from "./world";

/** A file of one sale, named after the world's marker. */
export function salesForm(marker: string): FormData {
  const text = [
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
    `1,22326,${marker},2,2010-12-01 08:26:00,1.25,,UK`,
  ].join("\n");
  const form = new FormData();
  form.append("file", new Blob([text], { type: "text/csv" }), `${marker}.csv`);
  return form;
}

async function uploadedSales({ brand, marker }: World): Promise<string> {
  const answer = await brand.as.owner.fetch("/api/revenue/files", {
    method: "POST",
    body: salesForm(marker),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`the upload was answered ${answer.status}: ${text}`);
  return views.revenueFileView.parse(JSON.parse(text)).id;
}

const wish = async (world: World) => ({
  ...command(),
  fileId: await uploadedSales(world),
  source: "Shop",
  mapping: onlineRetailMapping,
  saveMappingAs: null,
});

/** An import of the brand that has begun. */
export async function begunImport(world: World): Promise<string> {
  return (await world.brand.as.owner.trpc.revenue.startImport.mutate(await wish(world))).id;
}

const foreignFile = async (world: World, input: Record<string, unknown>) => [
  { what: "a file that nobody has", input: { ...input, fileId: crypto.randomUUID() } },
  { what: "a file of another kind of the partner", input: { ...input, fileId: world.partnershipId } },
];

/** Files of sales and what they bring. */
export const revenueRules: Readonly<Record<string, ProcedureRule>> = {
  "revenue.mappings": { side: "brand", input: async () => undefined },
  "revenue.inspect": {
    side: "brand",
    input: async (world) => ({ fileId: await uploadedSales(world), mapping: onlineRetailMapping }),
    nested: (world) => foreignFile(world, {}),
  },
  "revenue.startImport": {
    side: "brand",
    input: wish,
    nested: async (world) => foreignFile(world, await wish(world)),
  },
  "revenue.revertImport": {
    side: "brand",
    input: async (world) => ({ ...command(), id: await begunImport(world) }),
    subject: "id",
  },
  "revenue.imports": {
    side: "brand",
    input: async (world) => {
      await begunImport(world);
      return {};
    },
    shows: true,
  },
  "revenue.getImport": {
    side: "brand",
    input: async (world) => ({ id: await begunImport(world) }),
    subject: "id",
    shows: true,
  },
  "revenue.faults": {
    side: "brand",
    input: async (world) => ({ importId: await begunImport(world) }),
    nested: async () => [{ what: "an import that nobody began", input: { importId: crypto.randomUUID() } }],
  },
  "revenue.lines": { side: "brand", input: async () => ({}) },
  "revenue.summary": { side: "brand", input: async () => ({}) },
};
