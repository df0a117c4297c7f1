import { Menu, type MenuGroup, useToast } from "@evenshare/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, ExternalLink, Plus } from "lucide-react";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { useEnterSession } from "../auth/use-enter-session";
import { useHandover } from "../auth/use-handover";
import { describeFailure } from "../failures/describe-failure";
import { OrganizationMark } from "./organization-mark";
import { usePortal } from "./portal";
import { useSession } from "./session";

/** The organization that is chosen, the others of this portal, and the way to those of the other one. */
export function OrganizationMenu() {
  const session = useSession();
  const { otherName } = usePortal();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.organizations.get.queryOptions());
  const switchTo = useSwitchOrganization();
  const handover = useHandover();
  const { organization } = session.active;

  const groups: MenuGroup[] = [
    {
      id: "here",
      label: "Your organizations",
      items: session.organizations.map((membership) => ({
        id: membership.organization.id,
        label: membership.organization.name,
        detail: roleWords[membership.role],
        checked: membership.organization.id === organization.id,
        onSelect: () => {
          if (membership.organization.id !== organization.id) switchTo(membership.organization.id);
        },
      })),
    },
    { id: "new", items: [{ id: "new", label: "New organization", icon: Plus, href: "/organizations/new" }] },
  ];
  if (session.elsewhere.length > 0) {
    groups.splice(1, 0, {
      id: "elsewhere",
      label: `In the ${otherName}`,
      items: session.elsewhere.map((other) => ({
        id: other.id,
        label: other.name,
        icon: ExternalLink,
        onSelect: () => handover.begin(other.id),
      })),
    });
  }
  return (
    <Menu
      label={`Organization: ${organization.name}. Change`}
      triggerClassName="flex min-h-10 max-w-full items-center gap-2 rounded-control px-2 text-dense font-medium hover:bg-sunken"
      trigger={
        <>
          <OrganizationMark name={organization.name} branding={data?.branding} />
          <span className="truncate">{organization.name}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      }
      groups={groups}
    />
  );
}

const roleWords = {
  owner: "You are an owner",
  finance: "You do the finances",
  approver: "You approve",
  contributor: "You contribute",
  viewer: "You can look",
} as const;

function useSwitchOrganization(): (organizationId: string) => void {
  const trpc = useTRPC();
  const enter = useEnterSession();
  const { notify } = useToast();
  const { mutate } = useMutation(
    trpc.session.switchOrganization.mutationOptions({
      onSuccess: (session) => enter(session),
      onError: (error) => {
        const words = describeFailure(readFailure(error), { format: String });
        notify({ tone: "problem", title: words.happened, detail: `${words.notDone} ${words.todo}` });
      },
    }),
  );
  return (organizationId) => mutate({ organizationId });
}
