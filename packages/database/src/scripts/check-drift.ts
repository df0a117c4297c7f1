import { describeDrift } from "../migrate";
import { createEmptyDatabase, createTestDatabase } from "../testing";

// Compares the schema files with what the migrations make. Exit code 1 and one line per difference when they disagree.
const migrated = await createTestDatabase();
const empty = await createEmptyDatabase();
const drift = await describeDrift(migrated.url, empty.url);
for (const { onlyIn, structure } of drift) process.stderr.write(`only in the ${onlyIn}: ${structure}\n`);
if (drift.length === 0) process.stdout.write("schema files and migrations agree\n");
await Promise.all([migrated.drop(), empty.drop()]);
process.exit(drift.length === 0 ? 0 : 1);
