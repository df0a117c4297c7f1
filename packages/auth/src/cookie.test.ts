import { describe, expect, it } from "vitest";
import { expiredCookie, readToken, sessionCookie } from "./cookie";

const secret = "a-secret-that-is-long-enough-for-signing";
const pair = (setCookie: string) => setCookie.split(";")[0] ?? "";
const brandCookie = pair(sessionCookie("brand", "token-1", secret));

describe("the session cookie", () => {
  it("R15: is __Host-, HttpOnly, Secure and SameSite, and ends after twelve hours", () => {
    expect(sessionCookie("brand", "t", secret)).toMatch(
      /^__Host-evenshare-brand=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(expiredCookie("producer")).toMatch(
      /^__Host-evenshare-producer=; Max-Age=0; Path=\/; HttpOnly; Secure;/,
    );
  });

  it("is read back among other cookies", () => {
    expect(readToken("brand", `a=b; ${brandCookie}; c=d`, secret)).toBe("token-1");
  });

  it.each([
    ["no cookie", null],
    ["nothing", ""],
    ["another name", brandCookie.replace("brand", "brand2")],
    ["no signature", "__Host-evenshare-brand=token-1"],
    ["an empty signature", "__Host-evenshare-brand=token-1."],
    ["another token under this signature", brandCookie.replace("token-1", "token-2")],
    ["a broken encoding", "__Host-evenshare-brand=%E0%A4%A"],
  ])("is nobody with %s", (_what, header) => {
    expect(readToken("brand", header, secret)).toBeNull();
  });

  it("is nobody in the other portal, and nobody under another secret", () => {
    expect(readToken("producer", brandCookie, secret)).toBeNull();
    expect(readToken("brand", brandCookie, `${secret}2`)).toBeNull();
  });
});
