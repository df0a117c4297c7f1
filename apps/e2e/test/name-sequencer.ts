import { BaseSequencer, type TestSpecification } from "vitest/node";

/** By name: the seeded pages are looked at before journeys move the clock on. */
export class NameSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((one, other) => (one.moduleId < other.moduleId ? -1 : 1));
  }
}
