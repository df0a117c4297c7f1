export { type DemoLogin, demoLogins, demoPassword } from "./cast";
export { type SeedOutcome, seedDemo } from "./seed-demo";
