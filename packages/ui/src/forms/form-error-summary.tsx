import { TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { focusTarget } from "../link/focus-target";

export interface FormProblem {
  /** Id of the control the sentence is about, if it is about one. */
  readonly controlId?: string;
  readonly message: string;
}

export interface FormErrorSummaryProps {
  problems: readonly FormProblem[];
  /** What was not done: "The milestone was not saved." */
  title: string;
}

/** Everything that is wrong with a form, above it; takes the focus when it appears and links to each control. */
export function FormErrorSummary({ problems, title }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = problems.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-control border border-risk-text bg-risk-soft px-4 py-3"
    >
      <p className="flex items-start gap-2 font-semibold text-risk-text">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0" />
        {title}
      </p>
      <ul className="mt-1 ml-6 text-dense">
        {problems.map((problem) => (
          <li key={`${problem.controlId} ${problem.message}`}>
            {problem.controlId === undefined ? (
              problem.message
            ) : (
              <a
                href={`#${problem.controlId}`}
                className="inline-block py-0.5 underline underline-offset-3"
                onClick={focusTarget}
              >
                {problem.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
