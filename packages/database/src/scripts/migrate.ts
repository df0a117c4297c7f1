import { readDatabaseEnv } from "../env";
import { migrateDatabase } from "../migrate";

const { DATABASE_URL } = readDatabaseEnv();
if (DATABASE_URL === undefined) {
  console.error("DATABASE_URL is not set: which database should be brought up to date?");
  process.exit(1);
}
const applied = await migrateDatabase(DATABASE_URL);
console.log(applied.length === 0 ? "nothing to migrate" : `applied ${applied.join(", ")}`);
