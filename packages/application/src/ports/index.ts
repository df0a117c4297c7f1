export * from "./clock";
export * from "./dns-lookup";
export * from "./fault";
export * from "./mail";
export * from "./payment-gateway";
export * from "./provider-movements";
export * from "./receipt-renderer";
export * from "./seal";
