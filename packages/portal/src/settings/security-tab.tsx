import { TableSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { SecondFactorSection } from "./second-factor-section";
import { SessionsSection } from "./sessions-section";

/** What guards the account of the person who is signed in, and where they are signed in. */
export function SecurityTab() {
  const trpc = useTRPC();
  const query = useQuery(trpc.security.get.queryOptions());
  return (
    <Loaded query={query} what="Your security settings" skeleton={<TableSkeleton label="Loading" rows={4} />}>
      {({ secondFactor, sessions }) => (
        <div className="flex flex-col">
          <SecondFactorSection secondFactor={secondFactor} />
          <SessionsSection sessions={sessions} />
        </div>
      )}
    </Loaded>
  );
}
