import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { withAdmin } from "@evenshare/database/testing";
import type { views } from "@evenshare/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, signUpOwner, startApi, type TestApi } from "./api";

let api: TestApi;
let producer: Browser;

beforeAll(async () => {
  api = await startApi();
  producer = (await signUpOwner(api, "producer")).browser;
});
afterAll(() => api.close());

const pdf = Buffer.from("%PDF-1.7\nsome content\n%%EOF");

function upload(
  browser: Browser,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
  field = "file",
): Promise<Response> {
  const form = new FormData();
  form.append(field, new Blob([bytes], { type }), name);
  return browser.fetch("/api/files", { method: "POST", body: form });
}

async function failureOf(answer: Response) {
  return {
    status: answer.status,
    code: ((await answer.json()) as { failure: { code: string } }).failure.code,
  };
}

function countFiles(): Promise<number> {
  return withAdmin(api.database.url, async (client) => {
    const { rows } = await client.query<{ files: number }>("select count(*)::int as files from file");
    return rows[0]?.files ?? -1;
  });
}

describe("uploads", () => {
  it("come back as they went, as an attachment that no browser runs", async () => {
    const bytes = Buffer.concat([pdf, Buffer.alloc(3_000_000, 7)]);
    const answer = await upload(producer, bytes, "Episode 4, rough cut.pdf", "application/pdf");
    expect(answer.status).toBe(200);
    const file = (await answer.json()) as views.FileView;
    expect(file).toMatchObject({
      name: "Episode 4, rough cut.pdf",
      contentType: "application/pdf",
      size: bytes.length,
    });
    const back = await producer.fetch(file.href);
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
    expect(back.headers.get("content-disposition")).toMatch(
      /^attachment; filename="Episode 4, rough cut.pdf"; filename\*=UTF-8''Episode%204/,
    );
    expect(back.headers.get("x-content-type-options")).toBe("nosniff");
    expect(back.headers.get("content-security-policy")).toContain("sandbox");
    expect(back.headers.get("content-length")).toBe(String(bytes.length));
  });

  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\temp\\bill.pdf", "bill.pdf"],
    ['a"; filename=evil.html; b.pdf', "a%22; filename=evil.html; b.pdf"],
    ["invoice\u202Efdp.exe.pdf", "invoicefdp.exe.pdf"],
    ["Rohschnitt – Überarbeitung 日本.pdf", "Rohschnitt – Überarbeitung 日本.pdf"],
    ["...", "file"],
    [`${"x".repeat(900)}.pdf`, `${"x".repeat(146)}.pdf`],
  ])("with the hostile name %j are called %j", async (given, shown) => {
    const answer = await upload(producer, pdf, given, "application/pdf");
    const file = (await answer.json()) as views.FileView;
    expect(file.name).toBe(shown);
    const disposition = (await producer.fetch(file.href)).headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~%!#$&+^`|-]+$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? "")).toBe(shown);
  });

  it("of other types, or that are not what they say, are refused and nothing of them is kept", async () => {
    const before = await countFiles();
    const html = Buffer.from("<script>alert(1)</script>");
    expect(await failureOf(await upload(producer, html, "a.html", "text/html"))).toEqual({
      status: 415,
      code: "file.type_refused",
    });
    expect(await failureOf(await upload(producer, html, "a.svg", "image/svg+xml"))).toEqual({
      status: 415,
      code: "file.type_refused",
    });
    expect(await failureOf(await upload(producer, html, "a.pdf", "application/pdf"))).toEqual({
      status: 415,
      code: "file.type_mismatch",
    });
    expect(await failureOf(await upload(producer, Buffer.from([0, 1, 2]), "a.txt", "text/plain"))).toEqual({
      status: 415,
      code: "file.type_mismatch",
    });
    expect(await failureOf(await upload(producer, pdf, "a.pdf", "application/pdf", "other"))).toEqual({
      status: 400,
      code: "file.missing",
    });
    expect(await failureOf(await producer.fetch("/api/files", { method: "POST", body: "x" }))).toEqual({
      status: 400,
      code: "file.missing",
    });
    expect(await countFiles()).toBe(before);
  });

  it("may have 25 MB and not a byte more", async () => {
    const limit = 25 * 1024 * 1024;
    const most = Buffer.concat([pdf, Buffer.alloc(limit - pdf.length)]);
    expect((await upload(producer, most, "most.pdf", "application/pdf")).status).toBe(200);
    const before = await countFiles();
    const more = Buffer.concat([most, Buffer.alloc(1)]);
    expect(await failureOf(await upload(producer, more, "more.pdf", "application/pdf"))).toEqual({
      status: 413,
      code: "file.too_large",
    });
    expect(await countFiles()).toBe(before);
  });

  it("that break off leave nothing behind", async () => {
    const before = await countFiles();
    const { hostname, port } = new URL(api.urlOf("producer"));
    const socket = connect(Number(port), hostname);
    const head = [
      "POST /api/files HTTP/1.1",
      "host: producer.test",
      "origin: http://producer.test",
      `cookie: ${producer.cookie}`,
      "content-type: multipart/form-data; boundary=b",
      "content-length: 9000000",
    ];
    const part =
      'content-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf';
    socket.write(`${head.join("\r\n")}\r\n\r\n--b\r\n${part}\r\n\r\n${pdf.toString()}`);
    socket.write(Buffer.alloc(2_500_000, 1));
    await expect.poll(countFiles, { timeout: 10_000 }).toBe(before + 1);
    socket.destroy();
    await expect.poll(countFiles, { timeout: 10_000 }).toBe(before);
  });

  it("whose form ends too early are refused", async () => {
    const before = await countFiles();
    const part =
      'content-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf';
    const answer = await producer.fetch("/api/files", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: `--b\r\n${part}\r\n\r\n${pdf.toString()}`,
    });
    expect(await failureOf(answer)).toEqual({ status: 400, code: "file.incomplete" });
    expect(await countFiles()).toBe(before);
  });

  it("are not for brands, and not for the world", async () => {
    const { browser: brand } = await signUpOwner(api, "brand");
    expect(await failureOf(await upload(brand, pdf, "a.pdf", "application/pdf"))).toEqual({
      status: 403,
      code: "permission.denied",
    });
    const anonymous = await fetch(`${api.urlOf("producer")}/api/files`, {
      method: "POST",
      headers: { origin: "http://producer.test" },
    });
    expect(await failureOf(anonymous)).toEqual({ status: 401, code: "session.missing" });
  });
});

describe("downloads", () => {
  it.each([randomUUID(), "not-an-id", "..%2f..%2fetc%2fpasswd"])("of %s do not exist", async (id) => {
    expect((await producer.fetch(`/api/files/${id}`)).status).toBe(404);
  });

  it("F2: of another organization's file do not exist", async () => {
    const file = (await (await upload(producer, pdf, "a.pdf", "application/pdf")).json()) as views.FileView;
    expect((await producer.fetch(file.href)).status).toBe(200);
    const { browser: other } = await signUpOwner(api, "producer");
    expect((await other.fetch(file.href)).status).toBe(404);
  });
});
