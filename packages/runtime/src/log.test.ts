import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createLog } from "./log";

describe("the log", () => {
  it("writes no secret, however deep it lies", () => {
    const out = new PassThrough();
    const log = createLog("info", out);
    const secret = "s3cret";
    log.info({
      token: secret,
      headers: { cookie: secret, "set-cookie": secret },
      request: { headers: { authorization: secret } },
    });
    log.error({ body: { password: secret, name: "Ada" } }, "failed");
    const lines = String(out.read());
    expect(lines).toContain("Ada");
    expect(lines).not.toContain(secret);
  });
});
