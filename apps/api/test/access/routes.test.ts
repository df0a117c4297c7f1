import { randomUUID } from "node:crypto";
import { isAllowed, roles } from "@evenshare/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../src/compose";
import { readEnvironment } from "../../src/env";
import { createPortalApp } from "../../src/server/portal-app";
import { type Browser, environmentOf, origins } from "../api";
import { openStream } from "../stream";
import { read } from "./call";
import { everyoneOf, sides } from "./everyone";
import { draft, drafted, funded, inProgress, proposed, submission, uploaded, uploadForm } from "./milestones";
import { routeRules } from "./route-rules";
import { pixel } from "./team";
import { buildWorld, type World } from "./world";

let world: World;

beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { outsiders, askEveryone } = everyoneOf(() => world);

describe("the list of routes", () => {
  it("R11: has a rule for every route of the server, and no rule for another", async () => {
    const { services, close } = compose(readEnvironment(environmentOf(world.api.database.url)));
    const options = { portal: "brand", origin: origins.brand, folder: null, trustedProxies: 0 } as const;
    const { routes } = createPortalApp(services, options);
    await close();
    const served = routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(served)].sort()).toEqual(Object.keys(routeRules).sort());
  });
});

describe("files", () => {
  const download = (id: string) => (who: Browser) => who.fetch(`/api/files/${id}`);

  it("R11 F2: of a submission are there for both parties and do not exist for anyone else", async () => {
    const id = await inProgress(world);
    const work = await submission(world, id);
    const [fileId = ""] = work.fileIds;
    expect((await download(fileId)(world.producer.as.owner)).status).toBe(200);
    expect((await download(fileId)(world.brand.as.owner)).status).toBe(404);
    await world.producer.as.owner.trpc.milestones.submit.mutate(work);
    expect(await (await download(fileId)(world.brand.as.viewer)).text()).toContain(world.marker);
    await askEveryone("partnership.read", sides, download(fileId), 404);
    expect((await download(randomUUID())(world.producer.as.owner)).status).toBe(404);
  });

  it("R11 F4: are uploaded by the roles that submit, and by no brand", async () => {
    const upload = (who: Browser) => who.fetch("/api/files", { method: "POST", body: uploadForm("x") });
    for (const role of roles) {
      const allowed = isAllowed("milestone.submit", "producer", role);
      expect((await upload(world.producer.as[role])).status, role).toBe(allowed ? 200 : 403);
      expect((await upload(world.brand.as[role])).status, role).toBe(403);
    }
    expect((await upload(world.anonymous.producer)).status).toBe(401);
    expect((await upload(world.newcomers.producer)).status).toBe(403);
  });

  it("R11: of another organization cannot be made part of one's own submission", async () => {
    const [outsider] = world.outsiders.producer;
    const foreign = await uploaded(world, outsider?.browser);
    const work = await submission(world, await inProgress(world));
    const attempt = { ...work, fileIds: [foreign] };
    await expect(world.producer.as.owner.trpc.milestones.submit.mutate(attempt)).rejects.toThrow(
      "file.not_found",
    );
    expect((await download(foreign)(world.producer.as.owner)).status).toBe(404);
    expect((await download(foreign)(world.brand.as.owner)).status).toBe(404);
    await world.producer.as.owner.trpc.milestones.submit.mutate(work);
  });
});

describe("the audit trail as a file", () => {
  it("R11 F4 F136: is exported by the roles that may, and does not exist for outsiders", async () => {
    await drafted(world);
    const exported = (id: string) => (who: Browser) => who.fetch(`/api/partnerships/${id}/audit.csv`);
    const answer = await exported(world.partnershipId)(world.brand.as.owner);
    expect(await answer.text()).toContain(world.marker);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
    await askEveryone("audit.export", sides, exported(world.partnershipId), 404);
    expect((await exported(randomUUID())(world.brand.as.owner)).status).toBe(404);
    expect((await exported("x")(world.brand.as.owner)).status).toBe(404);
  });
});

describe("tables as files", () => {
  const of =
    (path: string) =>
    (who: Browser): Promise<Response> =>
      who.fetch(`/api/exports/${path}`);

  it("R11 F128: hold the partnership for both parties, in the roles of their screens, and nothing of it for outsiders", async () => {
    const id = await drafted(world);
    for (const name of ["partnerships", "milestones"]) {
      const answer = await of(`${name}.csv`)(world.producer.as.viewer);
      expect(answer.headers.get("content-disposition")).toMatch(
        /^attachment; filename="[a-z-]+-\d{4}-\d\d-\d\d\.csv"/,
      );
      expect(await answer.text()).toContain(world.marker);
      await askEveryone("partnership.read", sides, of(`${name}.csv`), 200);
    }
    await askEveryone("partnership.read", sides, of("held-funds.csv"), 200);
    await askEveryone("partnership.read", sides, of("holds.csv"), 200);
    for (const role of roles) {
      const allowed = isAllowed("payment_method.read", "brand", role);
      expect((await of("payment-methods.csv")(world.brand.as[role])).status, role).toBe(allowed ? 200 : 403);
      expect((await of("payment-methods.csv")(world.producer.as[role])).status, role).toBe(403);
    }
    await askEveryone("partnership.read", sides, of("release-log.csv?from=2026-01-01"), 200);
    for (const name of ["release-log", "payouts"]) {
      expect((await of(`${name}.csv?to=yesterday`)(world.producer.as.owner)).status).toBe(400);
    }
    for (const role of roles) {
      expect((await of("payouts.csv")(world.producer.as[role])).status, role).toBe(200);
      expect((await of("payouts.csv")(world.brand.as[role])).status, role).toBe(404);
    }
    for (const name of ["fundings", "releases", "moved-money"]) {
      await askEveryone("partnership.read", sides, of(`${name}.csv?milestoneId=${id}`), 404);
      expect((await of(`${name}.csv?milestoneId=x`)(world.brand.as.owner)).status).toBe(400);
    }
    expect((await of("milestones.csv?states=nonsense")(world.brand.as.owner)).status).toBe(400);
    expect((await of(`milestones.csv?partnershipId=${randomUUID()}`)(world.brand.as.owner)).status).toBe(404);
    for (const { browser } of [...world.outsiders.brand, ...world.outsiders.producer]) {
      expect((await of(`milestones.csv?partnershipId=${world.partnershipId}`)(browser)).status).toBe(404);
    }
    await askEveryone("reconciliation.read", sides, of("reconciliation.csv"), 200);
    await askEveryone("reconciliation.read", sides, of("trial-balance.csv"), 200);
  });
});

describe("receipts as files", () => {
  it("R11 F4 C36: are PDFs for the brand's owner, finance and approver, and do not exist for anyone else", async () => {
    const id = await funded(world);
    const { fundings } = await world.brand.as.finance.trpc.milestones.get.query({ id });
    const path = `/api/receipts/${fundings[0]?.id}.pdf`;
    for (const role of roles) {
      const answer = await world.brand.as[role].fetch(path);
      expect(answer.status, role).toBe(isAllowed("receipt.read", "brand", role) ? 200 : 404);
      expect((await world.producer.as[role].fetch(path)).status, role).toBe(404);
    }
    const answer = await world.brand.as.finance.fetch(path);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="receipt-\d+\.pdf"/);
    const first = Buffer.from(await answer.arrayBuffer());
    expect(first.subarray(0, 5).toString()).toBe("%PDF-");
    const again = await world.brand.as.approver.fetch(path);
    expect(Buffer.from(await again.arrayBuffer()).equals(first)).toBe(true);
    for (const outsider of outsiders()) {
      expect(await read(await outsider.fetch(path))).toMatchObject({
        status: 404,
        failure: "receipt.not_found",
      });
    }
    expect((await world.anonymous.brand.fetch(path)).status).toBe(401);
    expect((await world.newcomers.brand.fetch(path)).status).toBe(403);
    for (const nothing of [randomUUID(), "x"]) {
      expect((await world.brand.as.owner.fetch(`/api/receipts/${nothing}.pdf`)).status).toBe(404);
    }
  });
});

describe("the organization's own trail as a file", () => {
  it("R11 F4 F136: is exported by owners and finance, and holds nothing of others", async () => {
    await drafted(world);
    const exported = (who: Browser) => who.fetch("/api/organizations/audit.csv");
    expect(await (await exported(world.brand.as.owner)).text()).toContain(world.marker);
    await askEveryone("organization.audit", sides, exported, 200);
    const wrong = await world.brand.as.owner.fetch("/api/organizations/audit.csv?from=yesterday");
    expect(await read(wrong)).toMatchObject({ status: 400, failure: "input.invalid" });
  });
});

describe("logos", () => {
  const send = (who: Browser, body: Buffer, key: string = randomUUID()) =>
    who.fetch(`/api/organizations/logo?commandKey=${key}`, { method: "PUT", body: new Uint8Array(body) });

  it("F10 F4: are set by owners, and by nobody else", async () => {
    for (const side of sides) {
      for (const role of roles) {
        const allowed = isAllowed("organization.manage", side, role);
        expect((await send(world[side].as[role], pixel)).status, role).toBe(allowed ? 200 : 403);
      }
      expect((await send(world.anonymous[side], pixel)).status).toBe(401);
    }
  });

  it("F10 C53: are shown as pictures to both parties, and do not exist for anyone else", async () => {
    await send(world.brand.as.owner, pixel);
    const path = `/api/organizations/${world.brand.organizationId}/logo`;
    for (const who of [world.brand.as.viewer, world.producer.as.viewer]) {
      const answer = await who.fetch(path);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "image/png",
        "x-content-type-options": "nosniff",
        "content-security-policy": expect.stringContaining("sandbox"),
      });
      expect(Buffer.from(await answer.arrayBuffer()).equals(pixel)).toBe(true);
    }
    // The first of each side is a stranger; the second works with the other party and not with this one.
    const strangers = [world.outsiders.brand[0], world.outsiders.brand[1], world.outsiders.producer[0]];
    for (const stranger of strangers) expect((await stranger?.browser.fetch(path))?.status).toBe(404);
    expect((await world.anonymous.brand.fetch(path)).status).toBe(401);
    expect((await world.brand.as.owner.fetch(`/api/organizations/${randomUUID()}/logo`)).status).toBe(404);
  });

  it("F10: that are no picture, too large or empty are refused, whatever they are called", async () => {
    const page = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    const large = Buffer.concat([pixel, Buffer.alloc(524_288)]);
    const refusals = [
      [page, 415, "logo.not_a_picture"],
      [large, 413, "logo.too_large"],
      [Buffer.alloc(0), 400, "logo.empty"],
    ] as const;
    for (const [bytes, status, failure] of refusals) {
      expect(await read(await send(world.brand.as.owner, bytes))).toMatchObject({ status, failure });
    }
    const key = randomUUID();
    expect((await send(world.brand.as.owner, pixel, key)).status).toBe(200);
    expect((await send(world.brand.as.owner, pixel, key)).status).toBe(200);
    const other = Buffer.concat([pixel, Buffer.from("x")]);
    expect(await read(await send(world.brand.as.owner, other, key))).toMatchObject({
      failure: "command.key_reused",
    });
  });
});

describe("the live stream", () => {
  it("R11 F2: of an outsider is silent about the partnership", async () => {
    const rightful = await openStream(world.producer.as.viewer);
    const silent = await Promise.all(outsiders().map(openStream));
    const id = await proposed(world);
    expect(await rightful.next()).toEqual({ topic: "milestone", id });
    for (const [index, outsider] of outsiders().entries()) {
      // Something of their own comes after it, so that silence is not just slowness.
      const { items } = await outsider.trpc.partnerships.list.query({});
      const own = { ...draft(world), partnershipId: items[0]?.id ?? "" };
      const { id: ownId } = await outsider.trpc.milestones.draft.mutate(own);
      const heard: (string | null | undefined)[] = [];
      while (heard.at(-1) !== ownId) heard.push((await silent[index]?.next())?.id);
      expect(heard).not.toContain(id);
    }
    for (const stream of [rightful, ...silent]) stream.close();
  });
});
