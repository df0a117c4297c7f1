import type { views } from "@evenshare/domain";
import { Button, Section } from "@evenshare/ui";
import { Trash2, Upload } from "lucide-react";
import { useRef } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { uploadLogo } from "./upload-logo";

/** The logo: sent as it is, checked by the server, seen by partners. */
export function LogoSection({ branding }: { branding: views.Branding }) {
  const client = useTRPCClient();
  const input = useRef<HTMLInputElement>(null);
  const uploading = useCommand(uploadLogo);
  const removing = useCommand(client.organizations.removeLogo.mutate);
  const send = (file: File | undefined) => {
    if (file !== undefined) void uploading.run((commandKey) => ({ commandKey, file }));
  };
  return (
    <Section
      title="Logo"
      description="PNG, JPEG or WebP, at most 512 KB. Your partners see it beside your name, and at the top of the mails you cause; some mail programs do not show WebP."
    >
      <FailureNotice failure={uploading.failure ?? removing.failure} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {branding.logoHref !== null && (
          <img
            src={branding.logoHref}
            alt="Your logo"
            className="size-16 rounded-control border bg-white object-contain"
          />
        )}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label="Logo file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            send(event.target.files?.[0]);
            // The same file can be chosen again after it was refused.
            event.target.value = "";
          }}
        />
        <Button icon={Upload} pending={uploading.pending} onClick={() => input.current?.click()}>
          {branding.logoHref === null ? "Choose a logo" : "Choose another"}
        </Button>
        {branding.logoHref !== null && (
          <Button
            icon={Trash2}
            pending={removing.pending}
            onClick={() => void removing.run((commandKey) => ({ commandKey }))}
          >
            Remove
          </Button>
        )}
      </div>
    </Section>
  );
}
