import { checkEvents, describeFault, type EventFile, type Fault, previewStatements } from "@evenshare/domain";
import { readPreviewArguments } from "./preview-arguments";
import { describePreview } from "./preview-table";
import { readJson } from "./read-json";
import { readText } from "./read-text";

/**
 * `evenshare statement preview`: tries terms on files of events. The result goes to standard output, and nothing else;
 * on bad input every fault goes to standard error on a line of its own, and the exit code is 2.
 */
export function previewFromFiles(args: readonly string[]): number {
  const given = readPreviewArguments(args);
  if (!("terms" in given))
    return refusePreview(given.map((fault) => ({ file: "arguments", line: 1, ...fault })));
  const faults: Fault[] = [];
  const read = (name: string) => {
    const reading = readText(name);
    if ("text" in reading) return reading.text;
    faults.push(...reading.faults);
    return undefined;
  };
  const termsText = read(given.terms);
  const events = given.events.flatMap((name): EventFile[] => {
    const text = read(name);
    return text === undefined ? [] : [{ name, text }];
  });
  const terms = termsText === undefined ? undefined : readJson(given.terms, termsText);
  if (terms === undefined || terms.faults.length > 0)
    return refusePreview([...(terms?.faults ?? []), ...faults, ...checkEvents(events)]);
  const outcome = previewStatements({
    terms: terms.file,
    events,
    period: given.period,
    through: given.through,
  });
  if (!outcome.ok) return refusePreview([...faults, ...outcome.faults]);
  if (faults.length > 0) return refusePreview(faults);
  const text =
    given.format === "json" ? JSON.stringify(outcome.preview, null, 2) : describePreview(outcome.preview);
  process.stdout.write(`${text}\n`);
  return 0;
}

function refusePreview(faults: readonly Fault[]): number {
  process.stderr.write(faults.map((fault) => `${describeFault(fault)}\n`).join(""));
  return 2;
}
