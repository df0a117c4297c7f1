import type { FormCheck } from "../forms/use-form-check";
import type { MappingDraft } from "./mapping-draft";

/** What every part of the mapping's form works on. */
export interface MappingPartProps {
  draft: MappingDraft;
  onChange: (change: Partial<MappingDraft>) => void;
  /** The columns of the file. */
  header: readonly string[];
  form: Pick<FormCheck<unknown>, "errorOf" | "idOf">;
}
