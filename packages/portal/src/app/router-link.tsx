import type { LinkProps } from "@evenshare/ui";
import { Link } from "react-router";

/** The design system's links, through the router; addresses the API serves itself are left to the browser. */
export function RouterLink({ href, ...props }: LinkProps) {
  if (/^([a-z]+:|\/api\/|#)/i.test(href)) return <a href={href} {...props} />;
  return <Link to={href} {...props} />;
}
