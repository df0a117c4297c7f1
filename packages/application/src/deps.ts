import type { Database } from "@evenshare/database";
import type { Clock, DnsLookup, Mailer, PassFaultPoint, PaymentGateway, Seal } from "./ports";

/** What every verb is given. The apps compose it; tests give real parts with a fixed clock. */
export interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly payments: PaymentGateway;
  readonly passFaultPoint: PassFaultPoint;
  readonly settings: Settings;
}

/** What the verbs about mail domains are given beside: API and worker have it. */
export interface SenderDeps extends Deps {
  readonly dns: DnsLookup;
  /** Seals the private keys of mail domains. */
  readonly keySeal: Seal;
  readonly senderSettings: SenderSettings;
}

/** The worker also sends mail. */
export interface WorkerDeps extends SenderDeps {
  readonly mailer: Mailer;
}

export interface Settings {
  /** Public origins of the two portals, without a trailing slash. */
  readonly brandOrigin: string;
  readonly producerOrigin: string;
  /** The platform's fee for new agreements while the operator has set none, in basis points. */
  readonly platformFeeBp: number;
  /** Where whoever runs the platform is told of holds and alarms; without it nobody is. */
  readonly operatorEmail?: string | undefined;
}

export interface SenderSettings {
  /** Host names under which the platform itself is reached and sends: nobody else's mail domain. */
  readonly platformDomains: readonly string[];
  /** The SPF mechanism that lets the platform's mail server send, such as `include:_spf.example.com`; null: not asked for. */
  readonly spf: string | null;
}
