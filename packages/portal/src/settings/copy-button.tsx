import { IconButton, useToast } from "@evenshare/ui";
import { Copy } from "lucide-react";

/** Puts a text that is not typed by hand onto the clipboard. */
export function CopyButton({ what, text }: { what: string; text: string }) {
  const { notify } = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify({ tone: "done", title: `Copied: ${what}.` });
  };
  return <IconButton label={`Copy ${what}`} icon={Copy} size="small" onClick={() => void copy()} />;
}
