import { Menu, Monogram, useThemeStep, useToast } from "@evenshare/ui";
import { LogOut, Settings } from "lucide-react";
import { useNavigate } from "react-router";
import { signOut } from "../auth/auth-requests";
import { describeFailure } from "../failures/describe-failure";
import { useAnnounceSession } from "../live/live-updates";
import { useSession } from "./session";

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { user } = useSession();
  const navigate = useNavigate();
  const announce = useAnnounceSession();
  const { notify } = useToast();
  const theme = useThemeStep();
  const leave = async () => {
    const failure = await signOut();
    if (failure !== null) {
      const words = describeFailure(failure, { format: String });
      notify({
        tone: "problem",
        title: "You are still signed in.",
        detail: `${words.happened} ${words.todo}`,
      });
      return;
    }
    await navigate("/sign-in");
    announce(null);
  };
  return (
    <Menu
      label={`Account of ${user.name}`}
      align="end"
      triggerClassName="grid size-10 place-items-center rounded-control hover:bg-sunken"
      trigger={<Monogram name={user.name} />}
      groups={[
        {
          id: "who",
          label: user.email,
          items: [
            { id: "settings", label: "Settings", icon: Settings, href: "/settings" },
            { id: "theme", label: theme.label, icon: theme.icon, onSelect: theme.take },
            { id: "out", label: "Sign out", icon: LogOut, onSelect: () => void leave() },
          ],
        },
      ]}
    />
  );
}
