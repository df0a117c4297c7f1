export * from "./approval";
export * from "./approval-inputs";
export * from "./milestone";
export * from "./organization";
export * from "./partnership";
export * from "./payee";
export * from "./reconciliation";
export * from "./shapes";
