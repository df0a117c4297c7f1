import { expect, test } from "vitest";
import { readHarnessEnvironment } from "../src/env";
import { runModel } from "../src/model/run-model";

const { seed, fcSeed, fcPath, fcReplay } = readHarnessEnvironment();
const modelSeed = fcSeed ?? seed | 0;

test(`R4: random sequences on a milestone agree with a reference at every step (FC_SEED=${modelSeed})`, async () => {
  const replay = { seed: modelSeed, path: fcPath, replay: fcReplay };
  const outcome = await runModel({ ...replay, runs: 12, stepsPerRun: 40 });
  expect(outcome.sequences).toBeGreaterThanOrEqual(12);
  expect(outcome.refused).toBeGreaterThan(0);
}, 300_000);
