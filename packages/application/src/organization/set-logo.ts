import { createHash } from "node:crypto";
import { ok, readLogoType, views } from "@evenshare/domain";
import { z } from "zod";
import { runCommand } from "../command/run-command";
import type { Verb } from "../verb";

const input = z.strictObject({ commandKey: views.commandKey, sha256: z.string() });
const answer = z.object({ sha256: z.string() });

/**
 * An owner gives the organization a logo. What kind of picture it is the bytes say, not their sender.
 *
 * Refused with `logo.empty`, `logo.too_large` and `logo.not_a_picture`.
 */
export const setLogo: Verb<
  { readonly commandKey: string; readonly bytes: Uint8Array<ArrayBuffer> },
  z.infer<typeof answer>
> = async (deps, scope, { commandKey, bytes }) => {
  const contentType = readLogoType(bytes);
  if (!contentType.ok) return contentType;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return runCommand(
    deps,
    scope,
    { commandKey, sha256 },
    {
      name: "organization.set_logo",
      permission: "organization.manage",
      input,
      answer,
      async carryOut(tx, _input, now) {
        const { organizationId } = scope;
        const before = await tx.organizationLogo.findUnique({
          where: { organizationId },
          select: { sha256: true },
        });
        const logo = { contentType: contentType.value, bytes, sha256, updatedAt: now };
        await tx.organizationLogo.upsert({
          where: { organizationId },
          create: { organizationId, ...logo },
          update: logo,
          select: { organizationId: true },
        });
        return ok({
          answer: { sha256 },
          audit: [
            {
              action: "organization.set_logo",
              subjectType: "organization",
              subjectId: organizationId,
              partnershipId: null,
              before: { logo: before?.sha256 ?? null },
              after: { logo: sha256, contentType: contentType.value, size: String(bytes.length) },
              reason: null,
            },
          ],
          live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
        });
      },
    },
  );
};
