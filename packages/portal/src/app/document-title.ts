import { useEffect } from "react";

/** Names the browser's tab after the screen: "Episode 4 · Evenshare". */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Evenshare`;
  }, [title]);
}
