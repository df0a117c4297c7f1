import type { MessageTemplate, OrganizationKind } from "@evenshare/domain";
import type { Expectation } from "./expectation";

const path = "/shares/0190c3a0-0000-7000-8000-0000000000f3";

const statementPath = "/statements/0190c3a0-0000-7000-8000-0000000000f9";

/** Mails about revenue-share agreements. */
export const shareExpectations = {
  "share.proposed": {
    producer: { path, says: ["Gasthaus Group proposes a revenue share", "AGR-1", "Fri 1 Jan 2027"] },
  },
  "share.accepted": {
    brand: { path, says: ["Studio Ada accepted the revenue share", "one more party"] },
  },
  "share.active": {
    brand: { path, says: ["The revenue share is active", "All parties have accepted version 2."] },
    producer: { path, says: ["The revenue share is active", "Fri 1 Jan 2027"] },
  },
  "share.declined": {
    brand: { path, says: ["Studio Ada declined the revenue share", "Ten per cent would be fine."] },
  },
  "share.ended": {
    producer: { path, says: ["The proposed revenue share is over", "The brand took it back."] },
  },
  "statement.issued": {
    brand: { path: statementPath, says: ["The statement for Studio Ada is out", "GASTHAUS-AGR-1-2026-7"] },
    producer: { path: statementPath, says: ["Your statement of 2026-11", "£10,856.21 is payable to you."] },
  },
} as const satisfies Partial<Record<MessageTemplate, Partial<Record<OrganizationKind, Expectation>>>>;
