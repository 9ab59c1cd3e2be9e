import annex1 from "./annex-1.json" with { type: "json" };
import annex2 from "./annex-2.json" with { type: "json" };
import annex3 from "./annex-3.json" with { type: "json" };
import checks from "./checks.json" with { type: "json" };
import derivations from "./derivations.json" with { type: "json" };
import supplement from "./supplement.json" with { type: "json" };

/** 附件1–3, what the criteria need beyond them, the facts that follow from them and the cross-checks. */
export const forms: unknown = {
  annexes: [annex1, annex2, annex3],
  applicant: { name: "cover.applicant_name", code: "supplement.uscc" },
  supplement,
  derivations,
  checks,
};
