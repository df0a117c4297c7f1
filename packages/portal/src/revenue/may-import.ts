import { isAllowed } from "@evenshare/domain";
import { useSession } from "../app/session";

/** Whether the reader may import files and take imports back. What they may not do is not offered. */
export function useMayImport(): boolean {
  const { organization, role } = useSession().active;
  return isAllowed("revenue.import", organization.kind, role);
}
