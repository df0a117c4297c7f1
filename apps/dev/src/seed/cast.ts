import type { OrganizationKind, Role } from "@evenshare/domain";
import type { CompanyDetails } from "./sandbox-pages";

/** Everybody's password. It opens nothing but demo data on the machine that made it. */
export const demoPassword = "held-until-released";

export interface CastMember {
  readonly name: string;
  readonly email: string;
}

/** The people of the demo. */
export const people = {
  maggie: { name: "Maggie Hollis", email: "maggie@gasthaus.example" },
  owen: { name: "Owen Price", email: "owen@gasthaus.example" },
  priya: { name: "Priya Nair", email: "priya@gasthaus.example" },
  edda: { name: "Edda Stein", email: "edda@steinbooks.example" },
  jule: { name: "Jule Brandt", email: "jule@northlight.example" },
  malte: { name: "Malte Kroll", email: "malte@northlight.example" },
  aylin: { name: "Aylin Demir", email: "aylin@northlight.example" },
  anton: { name: "Anton Wieser", email: "anton@wiesenfarm.example" },
  ada: { name: "Ada Okafor", email: "ada@studioada.example" },
  ben: { name: "Ben Lark", email: "ben@studioada.example" },
  rosa: { name: "Rosa Webb", email: "rosa@kilnandclay.example" },
  tomas: { name: "Tomas Reyes", email: "tomas@harbourfilms.example" },
} as const satisfies Record<string, CastMember>;

export type PersonKey = keyof typeof people;

export interface CastOrganization {
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
  readonly owner: PersonKey;
  readonly members: Partial<Record<PersonKey, Role>>;
  /** What its onboarding says; null: it has not begun. */
  readonly payee: CompanyDetails | null;
}

/** The organizations of the demo. Edda keeps the books of a brand and of a producer: she is at home in both portals. */
export const organizations = {
  gasthaus: {
    kind: "brand",
    name: "Gasthaus Group",
    country: "GB",
    timeZone: "Europe/London",
    owner: "maggie",
    members: { edda: "finance", owen: "approver", priya: "viewer" },
    payee: null,
  },
  northlight: {
    kind: "brand",
    name: "Northlight Retail",
    country: "DE",
    timeZone: "Europe/Berlin",
    owner: "jule",
    members: { malte: "finance", aylin: "contributor" },
    payee: null,
  },
  wiesen: {
    kind: "producer",
    name: "Wiesen Farm",
    country: "DE",
    timeZone: "Europe/Berlin",
    owner: "anton",
    members: { edda: "finance" },
    payee: {
      companyName: "Wiesen Farm GbR",
      firstName: "Anton",
      lastName: "Wieser",
      line1: "Am Anger 4",
      city: "Bad Belzig",
      postalCode: "14806",
      accountNumber: "DE89 3704 0044 0532 0130 00",
    },
  },
  ada: {
    kind: "producer",
    name: "Studio Ada",
    country: "GB",
    timeZone: "Europe/London",
    owner: "ada",
    members: { ben: "contributor" },
    payee: {
      companyName: "Studio Ada Ltd",
      firstName: "Ada",
      lastName: "Okafor",
      line1: "12 Mare Street",
      city: "London",
      postalCode: "E8 4RP",
      accountNumber: "GB29 NWBK 6016 1331 9268 19",
    },
  },
  kiln: {
    kind: "producer",
    name: "Kiln & Clay",
    country: "GB",
    timeZone: "Europe/London",
    owner: "rosa",
    members: {},
    payee: null,
  },
  harbour: {
    kind: "producer",
    name: "Harbour Films",
    country: "NL",
    timeZone: "Europe/Amsterdam",
    owner: "tomas",
    members: {},
    payee: {
      companyName: "Harbour Films B.V.",
      firstName: "Tomas",
      lastName: "Reyes",
      line1: "Veemkade 30",
      city: "Amsterdam",
      postalCode: "1019 GW",
      accountNumber: "NL91 ABNA 0417 1643 00",
    },
  },
} as const satisfies Record<string, CastOrganization>;

export type OrganizationKey = keyof typeof organizations;

/** A line of the table that `dev` prints. */
export interface DemoLogin {
  readonly portal: OrganizationKind;
  readonly email: string;
  readonly what: string;
}

/** Logins worth trying first. The password of all of them is `demoPassword`. */
export const demoLogins: readonly DemoLogin[] = [
  { portal: "brand", email: people.maggie.email, what: "owner of Gasthaus Group" },
  { portal: "brand", email: people.edda.email, what: "its finance; also in the producer portal" },
  { portal: "brand", email: people.owen.email, what: "its approver, who waits for a second person" },
  { portal: "brand", email: people.jule.email, what: "owner of Northlight Retail" },
  { portal: "producer", email: people.anton.email, what: "Wiesen Farm" },
  { portal: "producer", email: people.ada.email, what: "Studio Ada" },
  { portal: "producer", email: people.rosa.email, what: "Kiln & Clay, not yet set up to be paid" },
  { portal: "producer", email: people.tomas.email, what: "Harbour Films" },
];
