import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const { resolve } = createRequire(import.meta.url);
const templates = ["style.typ", "receipt.typ", "statement.typ"] as const;
/** What a document is laid out by; `style.typ` stands before each of the others. */
export type Template = (typeof templates)[number];
const fonts = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
];

/** The path of a template. */
export function templateFile(name: Template): string {
  return beside(name);
}

/** The paths of the letters that documents are written with, one per weight. They come with the product, not from the machine. */
export function fontFiles(): string[] {
  return fonts.map((font) => {
    // A built server has no packages to look into: its build put the files next to it.
    const built = beside(basename(font));
    return existsSync(built) ? built : resolve(font);
  });
}

/** What the build puts next to a server that draws documents. */
export function documentFiles(): string[] {
  return [...templates.map(templateFile), ...fontFiles()];
}

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
