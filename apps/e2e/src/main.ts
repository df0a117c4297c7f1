import { startWorld } from "./world/start-world";

// The process that holds product and browser for the journeys: says where everything is, and ends with its input.
const world = await startWorld();
process.stdout.write(`${JSON.stringify(world.facts)}\n`);
process.stdin.resume();
await new Promise((resolve) => process.stdin.once("end", resolve));
await world.stop();
process.exit(0);
