import type { Failure } from "../api/failure";
import { useFailureWords } from "../failures/failure-notice";

/** Splits a failure into what stands at its field, and what stands above the form. */
export function useFieldFailure(failure: Failure | null, labels: Readonly<Record<string, string>>) {
  const words = useFailureWords(failure);
  const field = failure?.field ?? null;
  const label = field === null ? undefined : labels[field];
  const reason = failure?.details["reason"];
  const sentence =
    failure?.code === "input.invalid" && typeof reason === "string"
      ? `${label} ${reason}.`
      : words && `${words.happened} ${words.todo}`;
  return {
    errorAt: (name: string) => (label !== undefined && field === name ? (sentence ?? undefined) : undefined),
    other: label === undefined ? failure : null,
  };
}
