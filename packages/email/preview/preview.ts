import { join } from "node:path";
import { buildPreview } from "./build-preview";
import { servePreview } from "./serve-preview";

// `--build` only writes the files; without it they are served until Ctrl-C.
const folder = join(import.meta.dirname, "dist");
const mails = await buildPreview(folder);
process.stdout.write(`${mails.length} mails in ${folder}\n`);
if (!process.argv.includes("--build")) {
  const { url } = await servePreview(folder);
  process.stdout.write(`Open ${url}\n`);
}
