import pg from "pg";
import { noFilters, withSchemaEngine } from "./engine";
import { readSchemaFiles } from "./files";

/** One difference: a line of structure that only one of the two has. */
export interface Drift {
  readonly onlyIn: "schema" | "migrations";
  readonly structure: string;
}

/**
 * Compares a migrated database with the schema files. `emptyUrl` is a database without tables that is filled from the
 * schema files for the comparison. What the schema language cannot say (checks, partial indexes, functions, policies) is
 * left out on the side of the migrations.
 */
export async function describeDrift(
  migratedUrl: string,
  emptyUrl: string,
  schemaFiles?: [string, string][],
): Promise<Drift[]> {
  await createFromSchema(emptyUrl, schemaFiles ?? (await readSchemaFiles()));
  const [migrated, wanted] = [await readStructure(migratedUrl), await readStructure(emptyUrl)];
  return [
    ...wanted
      .filter((line) => !migrated.includes(line))
      .map((structure) => ({ onlyIn: "schema" as const, structure })),
    ...migrated
      .filter((line) => !wanted.includes(line))
      .map((structure) => ({ onlyIn: "migrations" as const, structure })),
  ];
}

/** The SQL that makes all tables of the schema files in an empty database. */
async function scriptFromSchema(emptyUrl: string, schemaFiles: [string, string][]): Promise<string> {
  return withSchemaEngine(emptyUrl, schemaFiles, async (engine) => {
    const files = schemaFiles.map(([path, content]) => ({ path, content }));
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return stdout ?? "";
  });
}

async function createFromSchema(emptyUrl: string, schemaFiles: [string, string][]): Promise<void> {
  const script = await scriptFromSchema(emptyUrl, schemaFiles);
  await withClient(emptyUrl, (client) => client.query(script));
}

async function readStructure(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) => client.query<{ line: string }>(structureQuery));
  return rows.map(({ line }) => line);
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

const structureQuery = `
  select 'column ' || table_name || '.' || column_name || ' ' || udt_name
    || coalesce('(' || datetime_precision || ')', '') || case is_nullable when 'NO' then ' not null' else '' end
    || coalesce(' default ' || column_default, '') as line
  from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
  union all
  select 'index ' || indexdef from pg_indexes
  where schemaname = 'public' and tablename <> '_prisma_migrations' and indexdef not like '% WHERE %'
  union all
  select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
  where connamespace = 'public'::regnamespace and contype in ('p', 'f', 'u') and conrelid::regclass::text <> '_prisma_migrations'
  order by 1`;
