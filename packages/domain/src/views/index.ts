export * from "./milestone";
export * from "./organization";
export * from "./partnership";
export * from "./payee";
export * from "./shapes";
