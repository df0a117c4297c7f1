import { fundingRules } from "./funding-rules";
import { mailDomainRules } from "./mail-domain";
import { moneyRules } from "./money-rules";
import { peopleRules } from "./people-rules";
import type { ProcedureRule } from "./procedure-rule";
import { remainderRules } from "./remainder-rules";
import { revenueRules } from "./revenue-rules";
import { shareRules } from "./share-rules";
import { statementRules } from "./statement-rules";
import { workRules } from "./work-rules";

/** Every procedure. One that is missing here, or has left the router, fails the matrix. */
export const procedureRules: Readonly<Record<string, ProcedureRule>> = {
  ...peopleRules,
  ...workRules,
  ...moneyRules,
  ...fundingRules,
  ...mailDomainRules,
  ...remainderRules,
  ...revenueRules,
  ...shareRules,
  ...statementRules,
};
