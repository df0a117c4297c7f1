export * from "./hold";
export * from "./milestone";
export * from "./organization";
export * from "./partnership";
export * from "./payment-method";
export * from "./shapes";
