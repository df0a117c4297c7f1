import { checkMailDomain, getMailDomain, removeMailDomain, setMailDomain } from "@evenshare/application";
import { roles } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { addMember, createBrand, createProducer, must } from "../src";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";
import {
  checked,
  dns,
  domainOf,
  key,
  newDomain,
  parts,
  setRecords,
  verifiedBrand,
  world,
} from "./support/mail-domain-case";

describe("a mail domain", () => {
  it("F10: goes from set over missing and different records to verified, by what real name servers say", async () => {
    const owner = await createBrand(world().deps);
    const domain = newDomain();
    expect(must(await getMailDomain(parts(), owner, {}))).toEqual({ mailDomain: null });
    const { id } = must(await setMailDomain(parts(), owner, { ...key(), domain }));
    expect(await domainOf(owner)).toMatchObject({
      id,
      domain,
      status: "pending",
      address: `partners@${domain}`,
      checkedAt: null,
      records: [
        { purpose: "dkim", state: "unchecked", required: true },
        { purpose: "spf", state: "unchecked", required: true },
        { purpose: "dmarc", state: "unchecked", required: false },
      ],
    });

    dns.setTxt(domain, "site-verification=1", "v=spf1 mx -all");
    expect(await checked(owner)).toBe("pending");
    const [dkim, spf, dmarc] = (await domainOf(owner)).records;
    expect(dkim).toMatchObject({ state: "missing", found: [] });
    expect(spf).toMatchObject({
      state: "different",
      found: ["v=spf1 mx -all"],
      value: "v=spf1 mx include:_spf.platform.test -all",
    });
    expect(dmarc).toMatchObject({ state: "missing" });

    dns.setTxt(domain, "v=spf1 mx include:_spf.platform.test -all");
    dns.setTxt(dkim?.name ?? "", dkim?.value.replace("p=M", "p=N") ?? "");
    expect(await checked(owner)).toBe("pending");
    expect((await domainOf(owner)).records[0]).toMatchObject({ state: "different" });

    dns.setTxt(dkim?.name ?? "", dkim?.value ?? "");
    expect(await checked(owner)).toBe("verified");
    expect(await domainOf(owner)).toMatchObject({ status: "verified", verifiedAt: world().clock.now() });
    expect((await auditOf(world(), id)).map(({ action }) => action)).toEqual([
      "mail_domain.set",
      "mail_domain.check",
      "mail_domain.check",
      "mail_domain.verify",
    ]);
  });

  it("F10: is refused by field and reason: public services, addresses, what is no domain, the platform's own", async () => {
    const owner = await createBrand(world().deps);
    const refused = async (domain: string) => {
      const result = await expectNothingWritten(world(), () =>
        setMailDomain(parts(), owner, { ...key(), domain }),
      );
      return result.ok ? null : result.failure;
    };
    for (const domain of ["gmail.com", "192.0.2.1", "no domain", "a_b.example"]) {
      expect(await refused(domain)).toMatchObject({
        code: "input.invalid",
        field: "domain",
        details: { reason: expect.stringMatching(/^is /) },
      });
    }
    for (const domain of ["platform.test", "Brand.Platform.test"]) {
      expect(await refused(domain)).toEqual({ code: "mail_domain.platform", field: "domain" });
    }
    must(await setMailDomain(parts(), owner, { ...key(), domain: newDomain() }));
    expect(await refused(newDomain())).toEqual({ code: "mail_domain.exists", field: "domain" });
  });

  it("F10: is for owners who have just proved who they are, on both sides, and answers a click once", async () => {
    const producer = await createProducer(world().deps);
    const input = { ...key(), domain: newDomain() };
    const stale = { ...producer, authenticatedRecently: false };
    expect(await setMailDomain(parts(), stale, input)).toMatchObject({
      failure: { code: "session.reauthentication_required" },
    });
    const first = must(await setMailDomain(parts(), producer, input));
    expect(must(await setMailDomain(parts(), producer, input))).toEqual(first);
    for (const role of roles.filter((name) => name !== "owner")) {
      const member = await addMember(world().deps, producer, role);
      const denied = { failure: { code: "permission.denied" } };
      expect(await getMailDomain(parts(), member, {})).toMatchObject(denied);
      expect(await setMailDomain(parts(), member, { ...key(), domain: newDomain() })).toMatchObject(denied);
      expect(await checkMailDomain(parts(), member, { ...key(), ...first })).toMatchObject(denied);
      expect(await removeMailDomain(parts(), member, { ...key(), ...first })).toMatchObject(denied);
    }
    for (const change of [checkMailDomain, removeMailDomain]) {
      expect(await change(parts(), stale, { ...key(), ...first })).toMatchObject({
        failure: { code: "session.reauthentication_required" },
      });
    }
  });

  it("F10 C53: another tenant neither sees, checks nor removes it", async () => {
    const owner = await verifiedBrand();
    const { id } = await domainOf(owner);
    const stranger = await createBrand(world().deps);
    expect(must(await getMailDomain(parts(), stranger, {}))).toEqual({ mailDomain: null });
    await expectNothingWritten(world(), async () => {
      for (const change of [checkMailDomain, removeMailDomain]) {
        expect(await change(parts(), stranger, { ...key(), id })).toMatchObject({
          failure: { code: "mail_domain.not_found" },
        });
      }
    });
    const seen = await world().deps.database.inTenant(stranger.organizationId, (tx) => tx.mailDomain.count());
    expect(seen).toBe(0);
    expect((await domainOf(owner)).status).toBe("verified");
  });

  it("F10: belongs to whoever proves it first; a claim that is not proved blocks nobody", async () => {
    const domain = newDomain();
    const [claimer, owner] = [await createBrand(world().deps), await createProducer(world().deps)];
    for (const one of [claimer, owner]) must(await setMailDomain(parts(), one, { ...key(), domain }));
    await setRecords(owner);
    expect(await checked(owner)).toBe("verified");
    // Having proved it too it is told who is in the way of it, and only then.
    expect(await checked(claimer)).toBe("pending");
    await setRecords(claimer);
    const { id } = await domainOf(claimer);
    expect(await checkMailDomain(parts(), claimer, { ...key(), id })).toMatchObject({
      failure: { code: "mail_domain.taken", field: "id" },
    });
    expect((await domainOf(claimer)).status).toBe("pending");
    const { id: owned } = await domainOf(owner);
    must(await removeMailDomain(parts(), owner, { ...key(), id: owned }));
    expect(await checked(claimer)).toBe("verified");
  });

  it("F10: of two that prove it at the same time one gets it", async () => {
    const domain = newDomain();
    const owners = [await createBrand(world().deps), await createBrand(world().deps)];
    const ids: string[] = [];
    for (const owner of owners) {
      ids.push(must(await setMailDomain(parts(), owner, { ...key(), domain })).id);
      await setRecords(owner);
    }
    const results = await Promise.all(
      owners.map((owner, at) => checkMailDomain(parts(), owner, { ...key(), id: ids[at] ?? "" })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: "mail_domain.taken" } });
  });
});
