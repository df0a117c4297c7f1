import { useEffect, useState } from "react";

/** Whether this page is being left for another address, and the way to leave it. Coming back with the browser's button ends it. */
export function useLeaving(): readonly [boolean, (url: string) => void] {
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    const back = () => setLeaving(false);
    window.addEventListener("pageshow", back);
    return () => window.removeEventListener("pageshow", back);
  }, []);
  const leaveFor = (url: string) => {
    setLeaving(true);
    window.location.assign(url);
  };
  return [leaving, leaveFor];
}
