import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const prismaFolder = fileURLToPath(new URL("../../../../prisma", import.meta.url));

export interface MigrationFiles {
  readonly baseDir: string;
  readonly names: readonly string[];
  readonly list: {
    baseDir: string;
    lockfile: { path: string; content: string };
    shadowDbInitScript: string;
    migrationDirectories: {
      path: string;
      migrationFile: { path: string; content: { tag: "ok"; value: string } };
    }[];
  };
}

/** The Prisma schema, one file per group of entities, as `[path, content]`. */
export async function readSchemaFiles(folder = join(prismaFolder, "schema")): Promise<[string, string][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(
      async (name): Promise<[string, string]> => [
        join(folder, name),
        await readFile(join(folder, name), "utf8"),
      ],
    ),
  );
}

/** The migrations, oldest first: folders with one `migration.sql` each. */
export async function readMigrationFiles(folder = join(prismaFolder, "migrations")): Promise<MigrationFiles> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(folder, path, "migration.sql"), "utf8") },
      },
    })),
  );
  return {
    baseDir: folder,
    names,
    list: {
      baseDir: folder,
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories,
    },
  };
}
