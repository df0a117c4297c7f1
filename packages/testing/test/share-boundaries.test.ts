import { randomUUID } from "node:crypto";
import {
  acceptShare,
  declineShare,
  getShare,
  listShares,
  proposeShare,
  proposeShareVersion,
  withdrawShare,
} from "@evenshare/application";
import type { TenantTransaction } from "@evenshare/database";
import { defaultShareSettings, roles } from "@evenshare/domain";
import { describe, expect, test } from "vitest";
import { activeShare, addMember, must, proposedShare, startedPartnership, testShareTerms } from "../src";
import { expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { key, useShares } from "./support/share-case";

const { world, three, view, accept } = useShares();
const settings = defaultShareSettings;

describe("a revenue share", () => {
  test("F25 C53: no payee sees another's private terms, reasons or more than its own agreements", async () => {
    const { brand, studio, editor, payees, terms } = await three();
    const { id } = await proposedShare(world().deps, brand, { terms, payees });
    const [ofStudio, ofEditor] = [
      JSON.stringify(await view(studio, id)),
      JSON.stringify(await view(editor, id)),
    ];
    expect(ofStudio).toContain("1234.56");
    expect(ofStudio).not.toMatch(/777\.77|333\.33|advance/);
    expect(ofEditor).toContain("777.77");
    expect(ofEditor).not.toContain("1234.56");
    expect(JSON.stringify(await view(brand, id))).toMatch(/777\.77.*1234\.56/);
    // Both read how the other is called, without a partnership of their own.
    const names = (await view(studio, id)).parties.map(({ name }) => name);
    expect(names).toEqual((await view(editor, id)).parties.map(({ name }) => name));
    expect(new Set(names).size).toBe(3);

    must(
      await declineShare(world().deps, editor, {
        ...key(),
        id,
        version: 1,
        reason: "My advance is too small",
      }),
    );
    expect(JSON.stringify(await view(studio, id))).not.toContain("advance is too small");
    for (const scope of [brand, editor])
      expect(JSON.stringify(await view(scope, id))).toContain("advance is too small");
    const [mail] = (await mailsTo(world(), studio.organizationId)).filter(
      ({ template }) => template === "share.ended",
    );
    expect(JSON.stringify(mail)).not.toContain("advance is too small");
  });

  test("F25 C53: another tenant neither sees nor answers it, and reads no row of it", async () => {
    const partnership = await startedPartnership(world().deps);
    const { id } = await activeShare(world().deps, partnership);
    const waiting = await proposedShare(world().deps, partnership.brand, {
      payees: [{ party: "studio", partnershipId: partnership.id }],
    });
    // Knows the brand, but is not a party.
    const neighbour = await startedPartnership(world().deps, { brand: partnership.brand });
    const stranger = await startedPartnership(world().deps);
    const missing = { failure: { code: "share.not_found" } };
    await expectNothingWritten(world(), async () => {
      for (const scope of [neighbour.producer, stranger.producer]) {
        const input = { ...key(), id: waiting.id, version: 1 };
        expect(await acceptShare(world().deps, scope, input)).toMatchObject(missing);
        expect(await declineShare(world().deps, scope, { ...input, reason: "No" })).toMatchObject(missing);
      }
      const input = { ...key(), id: waiting.id, version: 1 };
      expect(await withdrawShare(world().deps, stranger.brand, input)).toMatchObject(missing);
      const version = { ...key(), id, terms: testShareTerms, settings, effectiveFrom: "2027-01-01" };
      expect(await proposeShareVersion(world().deps, stranger.brand, version)).toMatchObject(missing);
    });
    for (const scope of [neighbour.producer, stranger.producer, stranger.brand]) {
      expect(await getShare(world().deps, scope, { id })).toMatchObject(missing);
      expect(must(await listShares(world().deps, scope, {})).items).toEqual([]);
      const rows = await world().deps.database.inTenant(scope.organizationId, async (tx) => [
        await tx.shareAgreement.count(),
        await tx.shareParty.count(),
        await tx.shareVersion.count(),
        await tx.shareAcceptance.count(),
        await tx.shareItem.count(),
      ]);
      expect(rows).toEqual([0, 0, 0, 0, 0]);
    }
  });

  test("F25: a producer can neither rewrite terms nor answer for another party, whatever the code above says", async () => {
    const { brand, studio, payees, terms } = await three();
    const { id } = await proposedShare(world().deps, brand, { terms, payees });
    const asStudio = <T>(write: (tx: TenantTransaction) => Promise<T>) =>
      world().deps.database.inTenant(studio.organizationId, write);
    const answer = { agreementId: id, version: 1, answer: "accepted", at: world().clock.now(), byName: "x" };
    await expect(
      asStudio((tx) =>
        tx.shareAcceptance.createMany({ data: { ...answer, partyKey: "editor", byUserId: studio.userId } }),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      asStudio((tx) => tx.shareVersion.updateMany({ where: { agreementId: id }, data: { terms: {} } })),
    ).rejects.toThrow(/permission denied/);
    await expect(asStudio((tx) => tx.shareParty.deleteMany({ where: { agreementId: id } }))).rejects.toThrow(
      /permission denied/,
    );
    // Not even all that the application may write makes it count before everybody has accepted.
    await expect(
      asStudio((tx) =>
        tx.shareVersion.updateMany({
          where: { agreementId: id },
          data: { status: "active", activatedAt: world().clock.now() },
        }),
      ),
    ).rejects.toThrow(/not every party has accepted/);
    must(await withdrawShare(world().deps, brand, { ...key(), id, version: 1 }));
    await expect(
      asStudio((tx) =>
        tx.shareVersion.updateMany({ where: { agreementId: id }, data: { status: "proposed" } }),
      ),
    ).rejects.toThrow(/does not become proposed/);
  });

  test("F25 F4: brand owners and finance propose, producer owners and approvers answer, others do not", async () => {
    const partnership = await startedPartnership(world().deps);
    const { brand, producer } = partnership;
    const payees = [{ party: "studio", partnershipId: partnership.id }];
    const proposal = () => ({ ...key(), title: "Income", payees, terms: testShareTerms, settings });
    const stale = { failure: { code: "session.reauthentication_required" } };
    expect(
      await proposeShare(world().deps, { ...brand, authenticatedRecently: false }, proposal()),
    ).toMatchObject(stale);
    for (const role of roles.filter((name) => name !== "owner")) {
      const [colleague, answerer] = [
        await addMember(world().deps, brand, role),
        await addMember(world().deps, producer, role),
      ];
      const proposed = await proposeShare(world().deps, colleague, proposal());
      expect(proposed.ok, role).toBe(role === "finance");
      const { id } = await proposedShare(world().deps, brand, { payees });
      expect((await accept(answerer, id)).ok, role).toBe(role === "approver");
    }
    const { id } = await proposedShare(world().deps, brand, { payees });
    expect(await accept({ ...producer, authenticatedRecently: false }, id)).toMatchObject(stale);
    expect(await accept(brand, id)).toMatchObject({ failure: { code: "permission.denied" } });
    expect(await proposeShare(world().deps, producer, proposal())).toMatchObject({
      failure: { code: "permission.denied" },
    });
  });

  test("F24: what is wrong is refused by field and reason, and writes nothing", async () => {
    const partnership = await startedPartnership(world().deps);
    const { brand } = partnership;
    const payees = [{ party: "studio", partnershipId: partnership.id }];
    const propose = async (change: Partial<Parameters<typeof proposeShare>[2]>) => {
      const input = { ...key(), title: "Income", payees, terms: testShareTerms, settings, ...change };
      const result = await expectNothingWritten(world(), () => proposeShare(world().deps, brand, input));
      return result.ok ? null : [result.failure.code, result.failure.field];
    };
    const invalid = "input.invalid";
    const tiers = [{ upTo: null, ratesBp: { studio: 7_000, brand: 2_999 } }];
    const share = { ...testShareTerms.share, tiers };
    expect(await propose({ terms: { ...testShareTerms, share } })).toEqual([
      invalid,
      "terms.share.tiers.0.ratesBp",
    ]);
    expect(await propose({ terms: { ...testShareTerms, items: [] } })).toEqual([invalid, "terms.items"]);
    expect(await propose({ title: " " })).toEqual([invalid, "title"]);
    expect(await propose({ settings: { ...settings, issueDay: 46 } })).toEqual([
      invalid,
      "settings.issueDay",
    ]);
    const nobodys = [{ party: "studio", partnershipId: randomUUID() }];
    expect(await propose({ payees: nobodys })).toEqual(["partnership.not_found", "payees.0.partnershipId"]);
    const other = await startedPartnership(world().deps);
    expect(await propose({ payees: [{ party: "studio", partnershipId: other.id }] })).toEqual([
      "partnership.not_found",
      "payees.0.partnershipId",
    ]);
    expect(await propose({ payees: [...payees, { party: "brand", partnershipId: partnership.id }] })).toEqual(
      [invalid, "payees.1.partnershipId"],
    );
    expect(await propose({ payees: [{ party: "brand", partnershipId: partnership.id }] })).toEqual([
      invalid,
      "payees.0.party",
    ]);
  });
});
