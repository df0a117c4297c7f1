import { ok, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { authorizeReading, parseInput, type Verb } from "../verb";
import { recordSetup } from "./record-setup";

const input = z.strictObject({ id: views.id });

/** Back from the provider's page: keeps what was saved there, at once rather than when its event comes. */
export const refreshSetup: Verb<z.input<typeof input>, { saved: boolean }> = async (deps, scope, raw) => {
  const allowed = authorizeReading(scope, "payment_method.manage");
  if (!allowed.ok) return allowed;
  const parsed = parseInput(input, raw);
  if (!parsed.ok) return parsed;
  const standing = await recordSetup(deps, scope.organizationId, parsed.value.id);
  if (standing === "unknown") return refuse({ code: "payment_method.not_found" });
  return standing === "unreachable"
    ? refuse({ code: "payment.unavailable" })
    : ok({ saved: standing === "saved" });
};
