import { views } from "@evenshare/domain";
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Failure } from "../api/failure";
import { isAtField, useFormCheck } from "./use-form-check";

const schema = views.draftMilestoneInput.pick({ title: true, criteria: true });
const labels = { title: "The title", criteria: "A criterion" };
const refused: Failure = {
  code: "input.invalid",
  field: "criteria.1",
  details: { reason: "is empty" },
  requestId: null,
  definitive: true,
};

describe("useFormCheck", () => {
  it("puts each problem at its field as a sentence, and leads the summary to the control", () => {
    const { result } = renderHook(() => useFormCheck({ schema, labels }));
    act(() => expect(result.current.check({ title: " ", criteria: ["ok", ""] })).toBeUndefined());
    expect(result.current.errorOf("title")).toBe("The title is missing.");
    expect(result.current.errorOf("criteria.1")).toBe("A criterion is empty.");
    expect(result.current.problems.map(({ controlId }) => controlId)).toContain(
      result.current.idOf("criteria.1"),
    );
  });

  it("makes sentences of limits and of the library's own words", () => {
    const { result } = renderHook(() => useFormCheck({ schema, labels }));
    act(() => void result.current.check({ title: 7, criteria: [] }));
    expect(result.current.errorOf("title")).toBe("The title is missing or not in the form it must have.");
    expect(result.current.errorOf("criteria")).toBe("Enter at least one criterion.");
  });

  it("gives the parsed input and forgets old problems when all is well", () => {
    const { result } = renderHook(() => useFormCheck({ schema, labels }));
    act(() => void result.current.check({}));
    act(() =>
      expect(result.current.check({ title: " T ", criteria: ["c"] })).toEqual({
        title: "T",
        criteria: ["c"],
      }),
    );
    expect(result.current.problems).toEqual([]);
  });

  it("shows what the server refused at the field it names, if the form has it", () => {
    const { result } = renderHook(() => useFormCheck({ schema, labels, failure: refused }));
    expect(result.current.errorOf("criteria.1")).toBe("A criterion is empty.");
    expect(isAtField(refused, labels)).toBe(true);
    expect(isAtField({ ...refused, field: "version" }, labels)).toBe(false);
  });
});
