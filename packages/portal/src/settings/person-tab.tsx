import { PasswordSection } from "./password-section";
import { EmailSection, NameSection } from "./person-sections";

/** The person who is signed in: name, address and password. The same in both portals. */
export function PersonTab() {
  return (
    <div className="flex max-w-reading flex-col">
      <NameSection />
      <EmailSection />
      <PasswordSection />
    </div>
  );
}
