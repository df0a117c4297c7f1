import type { Database } from "@evenshare/database";
import type { Clock, Mailer, PassFaultPoint, PaymentGateway } from "./ports";

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

/** The worker also sends mail. */
export interface WorkerDeps extends Deps {
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
