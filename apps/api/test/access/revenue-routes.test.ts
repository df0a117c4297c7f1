import { randomUUID } from "node:crypto";
import { isAllowed, roles } from "@evenshare/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "../api";
import { read } from "./call";
import { everyoneOf } from "./everyone";
import { uploadForm } from "./milestones";
import { begunImport, salesForm } from "./revenue-rules";
import { issuedStatement } from "./statement-rules";
import { buildWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { outsiders } = everyoneOf(() => world);

describe("files of sales", () => {
  it("R11 F62: are uploaded by the roles that import, by no producer, and only as CSV", async () => {
    const upload = (who: Browser, body = salesForm("x")) =>
      who.fetch("/api/revenue/files", { method: "POST", body });
    for (const role of roles) {
      const allowed = isAllowed("revenue.import", "brand", role);
      expect((await upload(world.brand.as[role])).status, role).toBe(allowed ? 200 : 403);
      expect((await upload(world.producer.as[role])).status, role).toBe(403);
    }
    expect((await upload(world.anonymous.brand)).status).toBe(401);
    expect((await upload(world.newcomers.brand)).status).toBe(403);
    expect(await read(await upload(world.brand.as.owner, uploadForm("x")))).toMatchObject({
      status: 415,
      failure: "file.type_refused",
    });
  });

  it("R11 F128: and what they brought are exported by the roles that read it, to nobody else", async () => {
    const id = await begunImport(world);
    for (const path of ["revenue-lines.csv", "revenue-imports.csv"]) {
      const ask = (who: Browser) => who.fetch(`/api/exports/${path}`);
      for (const role of roles) expect((await ask(world.brand.as[role])).status, path).toBe(200);
      expect((await ask(world.producer.as.owner)).status).toBe(403);
      for (const { browser } of world.outsiders.brand)
        expect(await (await ask(browser)).text()).not.toContain(world.marker);
    }
    const faults = (who: Browser) => who.fetch(`/api/exports/revenue-faults.csv?importId=${id}`);
    expect((await faults(world.brand.as.viewer)).status).toBe(200);
    for (const { browser } of world.outsiders.brand) expect((await faults(browser)).status).toBe(404);
    const imports = await world.brand.as.owner.fetch("/api/exports/revenue-imports.csv");
    expect(await imports.text()).toContain(world.marker);
  });
});

describe("statements as files", () => {
  it("R11 F87: are there for every role of both parties, and do not exist for anybody else", async () => {
    const id = await issuedStatement(world);
    for (const name of ["statement.pdf", "statement.json", "lines.csv", "balance.csv"]) {
      const download = (wanted: string) => (who: Browser) => who.fetch(`/api/statements/${wanted}/${name}`);
      const answer = await download(id)(world.producer.as.viewer);
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
      if (name === "statement.json") expect(await answer.text()).toContain(world.marker);
      expect((await download(id)(world.brand.as.finance)).status).toBe(200);
      for (const outsider of outsiders()) expect((await download(id)(outsider)).status).toBe(404);
      expect((await download(id)(world.anonymous.producer)).status).toBe(401);
      for (const wrong of [randomUUID(), "x"])
        expect((await download(wrong)(world.producer.as.owner)).status).toBe(404);
    }
  });
});
