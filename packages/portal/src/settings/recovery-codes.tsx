import { Banner, Button, useToast } from "@evenshare/ui";

/** The recovery codes, the only time they can be read. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { notify } = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    notify({ tone: "done", title: "The codes are copied." });
  };
  return (
    <div className="flex flex-col gap-4">
      <Banner title="Keep these recovery codes now.">
        They are not shown again. Each lets you in once, should your phone be lost. Keep them where your phone
        is not.
      </Banner>
      <ul aria-label="Recovery codes" className="figures grid grid-cols-2 gap-x-6 gap-y-1 text-dense">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" onClick={() => void copy()}>
          Copy all
        </Button>
      </div>
    </div>
  );
}
