import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderMail } from "../src/render/render-mail";
import { mailTemplates } from "../src/templates/registry";
import { type PreviewedMail, writeIndexPage } from "./index-page";
import { mailSamples } from "./samples";

const origins = { brand: "http://localhost:4100", producer: "http://localhost:4200" };
const people = {
  brand: { name: "Maria Gasthaus", email: "maria@gasthaus.example", side: "brand", role: "owner" },
  producer: { name: "Ada Okafor", email: "ada@studio-ada.example", side: "producer", role: "finance" },
} as const;

/** Renders every sample for both sides into `folder`, with an index page. */
export async function buildPreview(folder: string): Promise<readonly PreviewedMail[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const mails = await Promise.all(
    mailSamples.flatMap(({ template, variant, data }) =>
      mailTemplates[template].sides.map(async (side): Promise<PreviewedMail> => {
        const mail = await renderMail({ template, data, recipient: people[side] }, origins);
        const file = `${template} ${variant} ${side}`.replaceAll(/[^a-z]+/g, "-");
        await writeFile(join(folder, `${file}.html`), mail.html);
        await writeFile(join(folder, `${file}.txt`), `Subject: ${mail.subject}\n\n${mail.text}`);
        return {
          template,
          variant,
          side,
          subject: mail.subject,
          htmlFile: `${file}.html`,
          textFile: `${file}.txt`,
        };
      }),
    ),
  );
  await writeFile(join(folder, "index.html"), writeIndexPage(mails));
  return mails;
}
