import { Banner, formatMoney, useFormatting } from "@evenshare/ui";
import { useEffect, useRef } from "react";
import type { Failure } from "../api/failure";
import { describeFailure } from "./describe-failure";
import type { FailureWords } from "./failure-words";

/** A failure in sentences, in the reader's locale. */
export function useFailureWords(failure: Failure | null, currency?: string): FailureWords | null {
  const { locale } = useFormatting();
  if (failure === null) return null;
  return describeFailure(failure, { format: (amount, unit) => formatMoney(amount, unit, locale), currency });
}

export interface FailureNoticeProps {
  failure: Failure | null;
  currency?: string;
}

/** Why what was just tried did not happen; read out and brought into view when it appears. */
export function FailureNotice({ failure, currency }: FailureNoticeProps) {
  const words = useFailureWords(failure, currency);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure !== null) box.current?.scrollIntoView({ block: "nearest" });
  }, [failure]);
  if (words === null || failure === null) return null;
  return (
    <div ref={box} role="alert">
      <Banner tone="risk" title={words.happened}>
        <strong className="font-medium">{words.notDone}</strong> {words.todo}
        {failure.requestId !== null && !failure.definitive && (
          <span className="mt-1 block text-small text-muted">
            Request <code className="figures font-sans break-all">{failure.requestId}</code>
          </span>
        )}
      </Banner>
    </div>
  );
}
