import type { views } from "@evenshare/domain";
import { Button, DateTime, Section, StatusBadge } from "@evenshare/ui";
import { lazy, Suspense, useState } from "react";

type SecondFactor = views.SecurityView["secondFactor"];

/** The drawing of the square is fetched with it. */
const EnrolDialog = lazy(async () => ({ default: (await import("./enrol-dialog")).EnrolDialog }));
const ProofDialog = lazy(async () => ({ default: (await import("./proof-dialog")).ProofDialog }));

/** Whether signing in asks for a code beside the password, and the ways to change that. */
export function SecondFactorSection({ secondFactor }: { secondFactor: SecondFactor }) {
  const [open, setOpen] = useState<"enrol" | "renew" | "end" | null>(null);
  const close = () => setOpen(null);
  const { since, recoveryCodesLeft } = secondFactor;
  return (
    <Section
      title="Second factor"
      description="A code of an authenticator app on your phone, beside your password, whenever you sign in."
    >
      <div className="flex flex-col items-start gap-4">
        {since === null ? (
          <>
            <StatusBadge tone="neutral">Off</StatusBadge>
            <Button variant="primary" onClick={() => setOpen("enrol")}>
              Turn on
            </Button>
          </>
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <StatusBadge tone="paid">On</StatusBadge> since <DateTime at={since} />
            </p>
            <p className="text-dense">
              {recoveryCodesLeft === 1 ? "1 recovery code is" : `${recoveryCodesLeft} recovery codes are`}{" "}
              left.
            </p>
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => setOpen("renew")}>New recovery codes</Button>
              <Button onClick={() => setOpen("end")}>Turn off</Button>
            </div>
          </>
        )}
      </div>
      <Suspense fallback={null}>
        {open === "enrol" && <EnrolDialog onClose={close} />}
        {(open === "renew" || open === "end") && <ProofDialog act={open} onClose={close} />}
      </Suspense>
    </Section>
  );
}
