import { describe, expect, it } from "vitest";
import {
  checkRecord,
  followCheck,
  isWithinDomain,
  mailDomainName,
  type RecordFinding,
  senderAddress,
  type TxtAnswer,
  wantedRecords,
} from "../src";

const keys = {
  domain: "gasthaus.example",
  selector: "evenshare-1f2e3d4c",
  publicKey: "TUlJQklq",
  spf: "include:_spf.platform.test",
};
const found = (...texts: string[]): TxtAnswer => ({ kind: "found", texts });
function check(purpose: "dkim" | "spf" | "dmarc", answer: TxtAnswer) {
  const wanted = wantedRecords(keys).find((record) => record.purpose === purpose);
  if (wanted === undefined) throw new Error(`no ${purpose}`);
  return checkRecord(wanted, answer, keys);
}

describe("the name of a mail domain", () => {
  it.each([
    ["gasthaus.example", "gasthaus.example"],
    [" Mail.Gasthaus.EXAMPLE. ", "mail.gasthaus.example"],
    ["Müller.example", "xn--mller-kva.example"],
    ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ])("F10: %j is %s", (entered, domain) => {
    expect(mailDomainName.parse(entered)).toBe(domain);
  });

  it.each([
    ["", "is missing"],
    ["gasthaus", "is not a domain"],
    ["https://gasthaus.example", "is not a domain"],
    ["info@gasthaus.example", "is not a domain"],
    ["gasthaus.example/x", "is not a domain"],
    ["gast haus.example", "is not a domain"],
    ["gasthaus.example\r\nBcc: x", "is not a domain"],
    ["gasthaus\u202e.example", "is not a domain"],
    ["-gasthaus.example", "is not a domain"],
    ["gasthaus_.example", "is not a domain"],
    ["a..example", "is not a domain"],
    ["*.example.com", "is not a domain"],
    [`${"a".repeat(64)}.example`, "is not a domain"],
    [`${"a.".repeat(110)}example`, "is too long"],
    ["192.0.2.1", "is an IP address"],
    ["127.1", "is an IP address"],
    ["[2001:db8::1]", "is not a domain"],
    ["gmail.com", "public mail service"],
    ["GMX.de", "public mail service"],
    ["mail.localhost", "is not reachable"],
    ["mail.local", "is not reachable"],
  ])("F10: %j is refused: %s", (entered, reason) => {
    const parsed = mailDomainName.safeParse(entered);
    expect(parsed.error?.issues[0]?.message).toContain(reason);
  });

  it("F10: what lies below a domain is within it, what only ends like it is not", () => {
    expect(isWithinDomain("mail.platform.test", "platform.test")).toBe(true);
    expect(isWithinDomain("platform.test", "platform.test")).toBe(true);
    expect(isWithinDomain("notplatform.test", "platform.test")).toBe(false);
  });
});

describe("the records of a mail domain", () => {
  it("F10: are the key under its selector, the operator's mechanism where there is one, and advice", () => {
    expect(wantedRecords(keys)).toEqual([
      {
        purpose: "dkim",
        name: "evenshare-1f2e3d4c._domainkey.gasthaus.example",
        value: "v=DKIM1; k=rsa; p=TUlJQklq",
        required: true,
      },
      {
        purpose: "spf",
        name: "gasthaus.example",
        value: "v=spf1 include:_spf.platform.test ~all",
        required: true,
      },
      { purpose: "dmarc", name: "_dmarc.gasthaus.example", value: "v=DMARC1; p=none", required: false },
    ]);
    expect(wantedRecords({ ...keys, spf: null }).map(({ purpose }) => purpose)).toEqual(["dkim", "dmarc"]);
    expect(senderAddress(keys.domain)).toBe("partners@gasthaus.example");
  });

  it.each([
    ["as it is shown", ["v=DKIM1; k=rsa; p=TUlJQklq"], "right"],
    ["written another way", ["p=TUlJ Qklq;v=DKIM1"], "right"],
    ["another key", ["v=DKIM1; k=rsa; p=AAAA"], "different"],
    ["a revoked key", ["v=DKIM1; k=rsa; p="], "different"],
    ["only for trying out", ["v=DKIM1; k=rsa; t=y; p=TUlJQklq"], "different"],
    ["for another kind of key", ["v=DKIM1; k=ed25519; p=TUlJQklq"], "different"],
    ["beside a second one", ["v=DKIM1; k=rsa; p=TUlJQklq", "v=DKIM1; k=rsa; p=AAAA"], "different"],
  ])("F10: a key %s is %s", (_what, texts, state) => {
    expect(check("dkim", found(...texts))).toMatchObject({ state, found: texts });
  });

  it("F10: an SPF record is right with the mechanism in it, and else the amended record is proposed", () => {
    expect(check("spf", found("site=1", "v=spf1 mx +include:_spf.platform.test -all"))).toMatchObject({
      state: "right",
      found: ["v=spf1 mx +include:_spf.platform.test -all"],
    });
    expect(check("spf", found("v=spf1 mx -all"))).toMatchObject({
      state: "different",
      value: "v=spf1 mx include:_spf.platform.test -all",
    });
    expect(check("spf", found("v=spf1 redirect=x.example"))).toMatchObject({ state: "different" });
    expect(check("spf", found("v=spf10 x", "other"))).toMatchObject({ state: "missing", found: [] });
    expect(check("spf", found("v=spf1 -all", "v=spf1 include:_spf.platform.test ~all"))).toMatchObject({
      state: "different",
    });
  });

  it("F10: any policy is a policy, and what does not answer is not missing", () => {
    expect(check("dmarc", found("v=DMARC1; p=reject; rua=mailto:a@b.example"))).toMatchObject({
      state: "right",
    });
    expect(check("dmarc", found("v=DMARC1"))).toMatchObject({ state: "different" });
    expect(check("dmarc", { kind: "none" })).toMatchObject({ state: "missing" });
    expect(check("dkim", { kind: "unanswered", reason: "ETIMEOUT" })).toMatchObject({
      state: "unanswered",
      found: [],
    });
  });
});

describe("what becomes of a domain after a check", () => {
  const now = new Date("2026-11-23T10:00:00.000Z");
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
  const findings = (dkim: RecordFinding["state"], dmarc: RecordFinding["state"] = "missing") =>
    wantedRecords({ ...keys, spf: null }).map((wanted) => ({
      ...wanted,
      state: wanted.purpose === "dkim" ? dkim : dmarc,
      found: [],
    }));

  it("F10: is verified by what is required alone, and looked at again a day later", () => {
    expect(followCheck({ status: "pending", confirmedAt: null }, findings("right"), now)).toEqual({
      status: "verified",
      confirmedAt: now,
      dueAt: hours(24),
    });
    expect(followCheck({ status: "lost", confirmedAt: hours(-48) }, findings("right"), now).status).toBe(
      "verified",
    );
    for (const state of ["missing", "different", "unanswered", "unchecked"] as const) {
      expect(followCheck({ status: "pending", confirmedAt: null }, findings(state, "right"), now)).toEqual({
        status: "pending",
        confirmedAt: null,
        dueAt: null,
      });
    }
  });

  it("F10: a definite wrong answer loses a verified one, silence only after three days", () => {
    const verified = { status: "verified", confirmedAt: hours(-24) } as const;
    expect(followCheck(verified, findings("missing"), now)).toMatchObject({ status: "lost", dueAt: null });
    expect(followCheck(verified, findings("different"), now)).toMatchObject({ status: "lost" });
    expect(followCheck(verified, findings("unanswered"), now)).toEqual({ ...verified, dueAt: hours(1) });
    const silent = { ...verified, confirmedAt: hours(-72) };
    expect(followCheck(silent, findings("unanswered"), now)).toMatchObject({ status: "lost" });
  });
});
