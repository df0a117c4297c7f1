import type { PaymentGateway } from "@evenshare/application";

/** For verbs that have no business with the payment provider: any call is a mistake and says so. */
export const noPayments: PaymentGateway = {
  createCheckout: () => refuseCall("createCheckout"),
  expireCheckout: () => refuseCall("expireCheckout"),
  readCheckout: () => refuseCall("readCheckout"),
  readPayment: () => refuseCall("readPayment"),
  createCustomer: () => refuseCall("createCustomer"),
  createSetup: () => refuseCall("createSetup"),
  readSetup: () => refuseCall("readSetup"),
  detachMethod: () => refuseCall("detachMethod"),
  chargeSaved: () => refuseCall("chargeSaved"),
  findSavedCharge: () => refuseCall("findSavedCharge"),
  readDispute: () => refuseCall("readDispute"),
  createTransfer: () => refuseCall("createTransfer"),
  findTransfer: () => refuseCall("findTransfer"),
  readTransfer: () => refuseCall("readTransfer"),
  createRefund: () => refuseCall("createRefund"),
  findRefund: () => refuseCall("findRefund"),
  readRefund: () => refuseCall("readRefund"),
  listRefunds: () => refuseCall("listRefunds"),
  createPayout: () => refuseCall("createPayout"),
  findPayout: () => refuseCall("findPayout"),
  readPayout: () => refuseCall("readPayout"),
  createAccount: () => refuseCall("createAccount"),
  readAccount: () => refuseCall("readAccount"),
  createOnboardingLink: () => refuseCall("createOnboardingLink"),
  createDashboardLink: () => refuseCall("createDashboardLink"),
  readBalance: () => refuseCall("readBalance"),
  listMovements: () => refuseCall("listMovements"),
  readWebhook: () => refuseCall("readWebhook"),
};

function refuseCall(name: string): never {
  throw new Error(`${name} was called where no payment was expected`);
}
