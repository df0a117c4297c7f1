import { AuthLayout } from "@evenshare/ui";
import type { ReactNode } from "react";
import { useDocumentTitle } from "../app/document-title";
import { usePortal } from "../app/portal";
import { AuthAside } from "./auth-aside";

interface AuthFrameProps {
  title: string;
  subtitle?: ReactNode;
  below?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages before an organization is chosen. */
export function AuthFrame({ title, subtitle, below, children }: AuthFrameProps) {
  const { name } = usePortal();
  useDocumentTitle(title);
  return (
    <AuthLayout portal={name} title={title} subtitle={subtitle} below={below} aside={<AuthAside />}>
      {children}
    </AuthLayout>
  );
}
