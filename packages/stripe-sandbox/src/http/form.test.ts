import { describe, expect, it } from "vitest";
import { decodeForm } from "./form";

describe("decodeForm", () => {
  it.each([
    ["", {}],
    ["a=1&b=two%20words&c=a+b", { a: "1", b: "two words", c: "a b" }],
    ["a[b][c]=1&a[b][d]=2", { a: { b: { c: "1", d: "2" } } }],
    ["a[]=1&a[]=2", { a: ["1", "2"] }],
    ["a[0]=1&a[1]=2", { a: ["1", "2"] }],
    ["a[0][b]=1&a[0][c]=2&a[1][b]=3", { a: [{ b: "1", c: "2" }, { b: "3" }] }],
    ["a=", { a: "" }],
    ["m[0x]=1", { m: { "0x": "1" } }],
    ["m[1]=late", { m: { "1": "late" } }],
  ])("reads %j", (encoded, expected) => {
    expect(JSON.parse(JSON.stringify(decodeForm(encoded)))).toEqual(expected);
  });

  it.each(["a[b=1", "[a]=1", "a[b]c=1"])("refuses the name in %j", (encoded) => {
    expect(() => decodeForm(encoded)).toThrow("Invalid parameter name");
  });

  it("keeps hostile names as data, and refuses floods", () => {
    expect(Object.keys(decodeForm("__proto__[x]=1&constructor=2"))).toEqual(["__proto__", "constructor"]);
    expect(Reflect.get({}, "x")).toBeUndefined();
    expect(() => decodeForm(Array.from({ length: 1001 }, (_, n) => `p${n}=1`).join("&"))).toThrow("Too many");
  });
});
