import type { views } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

type Status = views.PayeeAccountView["status"];
type Requirement = views.PayeeAccountView["requirements"][number];

interface AccountWords {
  readonly word: string;
  readonly tone: StatusTone;
  readonly body: string;
  /** What the button to the provider's page says. */
  readonly button: string;
}

const words: Record<Status, AccountWords> = {
  none: {
    word: "Not set up",
    tone: "neutral",
    body: "The payment provider has to know who you are and which bank account is yours before it can pay you. It takes a few minutes on its own page; your bank details do not pass through Evenshare.",
    button: "Set up payouts",
  },
  onboarding: {
    word: "Not finished",
    tone: "waiting",
    body: "You have begun, and the payment provider still needs something. Money can be held for you meanwhile; a release waits until this is done.",
    button: "Go on",
  },
  checking: {
    word: "Being checked",
    tone: "waiting",
    body: "The payment provider is looking at what you gave it. There is nothing for you to do; a release waits until it is through.",
    button: "Change your details",
  },
  active: {
    word: "Ready",
    tone: "released",
    body: "Releases go to your account with the payment provider and from there to your bank, by themselves.",
    button: "Change your details",
  },
  restricted: {
    word: "Paused",
    tone: "risk",
    body: "The payment provider has paused your account until it has what it asks for. Held money stays held for you; a release waits.",
    button: "Provide what is missing",
  },
  closed: {
    word: "Closed",
    tone: "risk",
    body: "The payment provider has closed your account and will not pay to it again. Held money stays held for you; a release waits until you have another account.",
    button: "Set up another account",
  },
  disconnected: {
    word: "Disconnected",
    tone: "risk",
    body: "Your account with the payment provider was disconnected from Evenshare. What had reached it is yours there. Held money stays held for you; a release waits until you connect the account again or set up another one.",
    button: "Set up another account",
  },
};

/** The state of a payout account in words. */
export function accountWords(status: Status): AccountWords {
  return words[status];
}

const requirements: Readonly<Record<string, string>> = {
  external_account: "A bank account to pay to",
  "business_profile.mcc": "What kind of business you are",
  "business_profile.url": "A website or a description of what you do",
  "business_profile.product_description": "A description of what you do",
  business_type: "Whether you are a person or a company",
  "individual.first_name": "Your first name",
  "individual.last_name": "Your last name",
  "individual.dob.day": "Your date of birth",
  "individual.dob.month": "Your date of birth",
  "individual.dob.year": "Your date of birth",
  "individual.email": "Your e-mail address",
  "individual.phone": "Your telephone number",
  "individual.id_number": "A national identity number",
  "individual.verification.document": "A picture of an identity document",
  "individual.verification.additional_document": "A second document that shows your address",
  "company.name": "The company's name",
  "company.tax_id": "The company's tax number",
  "company.phone": "The company's telephone number",
  "tos_acceptance.date": "Your agreement to the payment provider's terms",
  "tos_acceptance.ip": "Your agreement to the payment provider's terms",
};

/** Something the provider asks for, in words. */
export interface RequirementWords {
  readonly what: string;
  readonly urgency: Requirement["urgency"];
  readonly reason: string | null;
}

/**
 * What the provider asks for, in words, each thing once under its most pressing urgency. A field without words is shown
 * readably rather than hidden.
 */
export function requirementWords(asked: readonly Requirement[]): RequirementWords[] {
  const found = new Map<string, RequirementWords>();
  for (const { field, urgency, reason } of asked) {
    const what = requirements[field] ?? addressWords(field) ?? readable(field);
    const known = found.get(what);
    if (known === undefined || (known.reason === null && reason !== null)) {
      found.set(what, { what, urgency: known?.urgency ?? urgency, reason });
    }
  }
  return [...found.values()];
}

const urgencies: Record<Requirement["urgency"], { readonly word: string; readonly tone: StatusTone }> = {
  overdue: { word: "Needed now", tone: "risk" },
  due: { word: "Needed", tone: "waiting" },
  checking: { word: "Being checked", tone: "inFlight" },
  later: { word: "Will be asked for", tone: "neutral" },
};

export function urgencyWords(urgency: Requirement["urgency"]) {
  return urgencies[urgency];
}

function addressWords(key: string): string | undefined {
  if (!key.includes(".address.")) return undefined;
  return key.startsWith("company.") ? "The company's address" : "Your address";
}

function readable(key: string): string {
  const text = key.replaceAll(/[._]/g, " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
