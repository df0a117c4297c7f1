import {
  type ComponentPropsWithRef,
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
} from "react";

/** What this package hands to the application's own link component: an anchor's properties, `href` always present. */
export type LinkProps = Omit<ComponentPropsWithRef<"a">, "href"> & { href: string };

const LinkContext = createContext<ComponentType<LinkProps> | null>(null);

/** Makes every link inside go through the application's router: pass a component that takes an anchor's properties. */
export function LinkProvider({ link, children }: { link: ComponentType<LinkProps>; children: ReactNode }) {
  return <LinkContext value={link}>{children}</LinkContext>;
}

/** An unstyled link through the application's router, or a plain anchor where none is given. */
export function Link(props: LinkProps) {
  const Routed = useContext(LinkContext);
  return Routed ? <Routed {...props} /> : <a {...props} />;
}

/** A link in running text. */
export function TextLink({ className = "", ...props }: LinkProps) {
  return (
    <Link
      {...props}
      className={`text-accent underline decoration-current/40 underline-offset-3 hover:decoration-current ${className}`}
    />
  );
}
