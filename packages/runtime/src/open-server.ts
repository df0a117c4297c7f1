import { randomUUID } from "node:crypto";
import type { Deps, Settings } from "@evenshare/application";
import { type DatabaseOptions, openDatabase } from "@evenshare/database";
import { createPaymentGateway, type PaymentGatewayOptions } from "@evenshare/payments";
import { chooseClock } from "./clock";
import { createFaultPoints } from "./fault-points";

export interface ServerSettings {
  readonly database: Omit<DatabaseOptions, "faultPoint">;
  readonly payments: Omit<PaymentGatewayOptions, "passFaultPoint">;
  readonly product: Settings;
  readonly devClockFile?: string | undefined;
  /** Only the crash harness sets it. */
  readonly faultPoint?: string | undefined;
}

export interface Server {
  readonly deps: Deps;
  close(): Promise<void>;
}

/** Puts together what every verb is given. API, worker and command do it here, so that they cannot differ. */
export function openServer(settings: ServerSettings): Server {
  const { faultPoint } = settings;
  const passFaultPoint = createFaultPoints(faultPoint);
  const database = openDatabase(
    faultPoint === undefined ? settings.database : { ...settings.database, faultPoint },
  );
  return {
    deps: {
      database,
      clock: chooseClock(settings.devClockFile),
      newId: randomUUID,
      payments: createPaymentGateway({ ...settings.payments, passFaultPoint }),
      passFaultPoint,
      settings: settings.product,
    },
    close: () => database.close(),
  };
}
