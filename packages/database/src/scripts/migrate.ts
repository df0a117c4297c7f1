import { readDatabaseEnv } from "../env";
import { migrateDatabase } from "../migrate";

const { DATABASE_URL } = readDatabaseEnv();
if (DATABASE_URL === undefined) {
  process.stderr.write("DATABASE_URL is not set: which database should be brought up to date?\n");
  process.exit(1);
}
const applied = await migrateDatabase(DATABASE_URL);
process.stdout.write(applied.length === 0 ? "nothing to migrate\n" : `applied ${applied.join(", ")}\n`);
