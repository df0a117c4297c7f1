import { demoLogins, demoPassword, signInToPortal } from "@evenshare/dev";
import type { WorldFacts } from "../world/world-facts";

/** A page of the demo data, and who looks at it. */
export interface SeededPage {
  readonly name: string;
  readonly portal: "brand" | "producer";
  /** Null: nobody is signed in. */
  readonly email: string | null;
  readonly path: (places: Places) => string;
}

/** Where things of the demo are, by their titles. */
export interface Places {
  readonly milestone: (title: string) => string;
  readonly partnership: (title: string) => string;
  readonly share: (title: string) => string;
  /** The latest statement of an agreement. */
  readonly statement: (agreement: string) => string;
}

const maggie = "maggie@gasthaus.example";
const owen = "owen@gasthaus.example";
const jule = "jule@northlight.example";
const anton = "anton@wiesenfarm.example";
const ada = "ada@studioada.example";
const rosa = "rosa@kilnandclay.example";
const tomas = "tomas@harbourfilms.example";

const at = (name: string, path: string): Omit<SeededPage, "portal" | "email"> => ({ name, path: () => path });
const milestone = (title: string, suffix = ""): Omit<SeededPage, "portal" | "email"> => ({
  name: `${title}${suffix}`,
  path: (places) => `/milestones/${places.milestone(title)}${suffix}`,
});
const partnership = (title: string, suffix = ""): Omit<SeededPage, "portal" | "email"> => ({
  name: `${title}${suffix}`,
  path: (places) => `/partnerships/${places.partnership(title)}${suffix}`,
});
const share = (title: string, suffix = ""): Omit<SeededPage, "portal" | "email"> => ({
  name: `${title}${suffix}`,
  path: (places) => `/shares/${places.share(title)}${suffix}`,
});
const statementOf = (agreement: string): Omit<SeededPage, "portal" | "email"> => ({
  name: `statement of ${agreement}`,
  path: (places) => `/statements/${places.statement(agreement)}`,
});
const seenBy = (
  portal: SeededPage["portal"],
  email: string | null,
  ...pages: Omit<SeededPage, "portal" | "email">[]
): SeededPage[] => pages.map((page) => ({ ...page, portal, email }));

const harvest = "Harvest boxes";
const shelf = "Farm shelf at the Mill";

/** Every screen of both portals, with each state that changes what it shows. */
export const seededPages: readonly SeededPage[] = [
  ...seenBy(
    "brand",
    null,
    at("sign in", "/sign-in"),
    at("sign up", "/sign-up"),
    at("used link", "/handover?token=used"),
    at("forgotten password", "/forgot-password"),
    at("new password", "/reset-password?token=used"),
    at("used confirmation", "/verify-email?token=used"),
  ),
  ...seenBy(
    "brand",
    maggie,
    at("home", "/"),
    at("partners", "/partnerships"),
    at("start a partnership", "/partnerships/new"),
    at("milestones", "/milestones"),
    at("held funds", "/held-funds"),
    at("releases", "/held-funds/releases"),
    at("holds, none", "/holds"),
    at("revenue", "/revenue"),
    at("revenue of no day", "/revenue?from=2100-01-01"),
    at("imports", "/revenue/imports"),
    at("import a file", "/revenue/imports/new"),
    at("payment methods", "/payment-methods"),
    at("revenue shares", "/shares"),
    at("propose a revenue share", "/shares/new"),
    share(shelf),
    share(shelf, "/draft/farm"),
    at("statements", "/statements"),
    statementOf(shelf),
    at("approvals", "/approvals"),
    at("approvals, settled", "/approvals?show=settled"),
    at("limits", "/settings/approvals"),
    at("reconciliation", "/reconciliation"),
    at("trial balance", "/reconciliation/trial-balance"),
    at("new organization", "/organizations/new"),
    at("settings", "/settings"),
    at("mail domain", "/settings/mail-domain"),
    at("notification settings", "/settings/notifications"),
    at("notifications", "/notifications"),
    at("broken link of a mail", "/mail-choices?token=broken"),
    at("team", "/settings/team"),
    at("audit log", "/settings/audit"),
    at("an invitation that does not open", "/invitation?token=000000000000000000000000"),
    at("settings, you", "/settings/you"),
    at("settings, security", "/settings/security"),
    at("not here", "/milestones/00000000-0000-4000-8000-000000000000"),
    partnership(harvest),
    partnership(harvest, "/milestones"),
    partnership(harvest, "/agreement"),
    partnership(harvest, "/audit"),
    partnership(harvest, "/milestones/new"),
    milestone("Autumn box, first delivery"),
    milestone("Harvest box, March"),
    milestone("Serving bowls, glaze samples"),
    milestone("Dinner plates, first firing"),
    milestone("Episode 3, final mix"),
    milestone("Episode 4, rough cut"),
    milestone("Episode 5, recording"),
    milestone("Episode 6, script"),
  ),
  ...seenBy("brand", owen, at("own request", "/approvals"), milestone("Episode 3, final mix")),
  ...seenBy(
    "brand",
    jule,
    at("revenue, none", "/revenue"),
    at("imports, none", "/revenue/imports"),
    at("statements, none", "/statements"),
    milestone("Tasting days in May", "/edit"),
    milestone("Storyboard, six windows"),
    milestone("Window one, shoot"),
    milestone("Teaser for the opening"),
    milestone("Film of the opening night"),
    at("holds", "/holds"),
    at("held funds with a hold", "/held-funds"),
    partnership("Gift range"),
  ),
  ...seenBy("producer", null, at("sign in", "/sign-in"), at("sign up", "/sign-up")),
  ...seenBy(
    "producer",
    anton,
    at("home", "/"),
    at("partnerships", "/partnerships"),
    at("milestones", "/milestones"),
    at("revenue shares", "/shares"),
    share(shelf),
    at("statements", "/statements"),
    statementOf(shelf),
    at("payouts", "/payouts"),
    at("payouts of no day", "/payouts?from=2100-01-01"),
    at("trial balance", "/reconciliation/trial-balance"),
    at("notifications", "/notifications"),
    at("unread notifications", "/notifications?show=unread"),
    at("payout account", "/onboarding"),
    partnership(harvest),
    partnership(harvest, "/agreement"),
    milestone("Recipe cards and labels"),
    milestone("Shelf launch, spring greens"),
  ),
  ...seenBy("producer", ada, milestone("Episode 4, rough cut"), milestone("Trailer for season two")),
  ...seenBy(
    "producer",
    rosa,
    at("home, not set up", "/"),
    at("payout account, not set up", "/onboarding"),
    milestone("Dinner plates, first firing"),
    partnership("Gift range", "/agreement"),
  ),
  ...seenBy(
    "producer",
    tomas,
    at("holds", "/holds"),
    milestone("Film of the opening night"),
    milestone("Window one, shoot"),
    milestone("Window two, shoot", "/submit"),
    milestone("Storyboard, six windows", "/submit"),
  ),
];

/** Asks the API where everything is. */
export async function findPlaces(world: WorldFacts): Promise<Places> {
  const milestones = new Map<string, string>();
  const partnerships = new Map<string, string>();
  const shares = new Map<string, string>();
  const statements = new Map<string, string>();
  for (const { portal, email } of demoLogins) {
    const origin = world[portal];
    const { api } = await signInToPortal({ api: origin, origin }, { email, password: demoPassword });
    for (const { title, id } of (await api.milestones.list.query({})).items) milestones.set(title, id);
    for (const { title, id } of (await api.partnerships.list.query({})).items) partnerships.set(title, id);
    for (const { title, id } of (await api.shares.list.query({})).items) shares.set(title, id);
    // Newest first: the last one to be set is the first.
    for (const { agreementTitle, id } of (await api.statements.list.query({})).items.toReversed())
      statements.set(agreementTitle, id);
  }
  const find = (places: ReadonlyMap<string, string>) => (title: string) => {
    const id = places.get(title);
    if (id === undefined) throw new Error(`The demo has no ${title}.`);
    return id;
  };
  return {
    milestone: find(milestones),
    partnership: find(partnerships),
    share: find(shares),
    statement: find(statements),
  };
}
