import type { MailToRender } from "@evenshare/application";
import type { OrganizationKind } from "@evenshare/domain";

export const origins = { brand: "https://brand.evenshare.test", producer: "https://producer.evenshare.test" };

export function otherSide(side: OrganizationKind): OrganizationKind {
  return side === "brand" ? "producer" : "brand";
}

export function recipientOf(side: OrganizationKind): MailToRender["recipient"] {
  return side === "brand"
    ? { side, name: "Maria Gasthaus", email: "maria@gasthaus.test" }
    : { side, name: "Ada Okafor", email: "ada@studio-ada.test" };
}
