export * from "./common";
export * from "./milestone";
export * from "./partnership";
