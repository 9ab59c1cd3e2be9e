import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { articleTreatments } from "../../src/policy/schema.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import publishedFacts from "../../testing/published-facts.json" with { type: "json" };

const { document, factKinds, factIndexes } = zhengzhouPolicy;
const { criteria, materials, questions, facts, articles, texts, settings } = document;
const papers = materials.flatMap((material) => [material, ...material.parts]);
const labels = new Set(articles.map(({ label }) => label));
const asked = new Set(questions.flatMap((question) => question.facts));
const idOf = (index: number): string => facts[index]?.id as string;

type Node = Readonly<Record<string, unknown>>;

/** Every object inside a part of the policy, with those that hold it, outermost first. */
function* nodes(value: unknown, holders: readonly Node[] = []): Generator<{ node: Node; holders: readonly Node[] }> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { node: value as Node, holders };
  const inside = Array.isArray(value) ? holders : [...holders, value as Node];
  for (const inner of Object.values(value)) yield* nodes(inner, inside);
}

describe("articles", () => {
  test("all eighteen are there, each computed, judged by people or inoperative, and says how", () => {
    expect(articles.map(({ id }) => id)).toEqual(Array.from({ length: 18 }, (_, at) => String(at + 1)));
    for (const { label, treatment, treatment_note } of articles) {
      expect(articleTreatments, label).toContain(treatment);
      expect(treatment_note.length, label).toBeGreaterThan(3);
    }
  });

  test("have the law's own words", () => {
    const law = readFileSync(new URL("./law/text.md", import.meta.url), "utf8").replace(/\s/g, "");
    for (const { label, text } of articles) {
      const words = text.replace(/\s/g, "");
      expect(words.length, label).toBeGreaterThan(10);
      expect(law.includes(words.startsWith(label) ? words : label + words), label).toBe(true);
    }
  });

  test("and their annexes stand as they were given: no formatter has touched the blanks of the forms", () => {
    const law = readFileSync(new URL("./law/text.md", import.meta.url), "utf8");
    expect(law).toContain("技术职称的专业人员 _____人，占总人数_____%");
    expect(law).toContain("注册资本 ____ 万元");
  });

  test("named anywhere exist", () => {
    const named = [...criteria, ...materials, ...document.expert].map(({ article }) => article);
    for (const article of named) expect(labels, article).toContain(article.replace(/（.*$/, ""));
    const ids = new Set(articles.map(({ id }) => id));
    for (const { id, article } of questions) for (const each of article) expect(ids, id).toContain(each);
    for (const { id, article } of settings) expect(labels, id).toContain(article.replace(/（.*$/, ""));
    for (const text of Object.values(texts)) {
      for (const [article] of text.matchAll(/第[一二三四五六七八九十]+条/g)) expect(labels, text).toContain(article);
    }
  });

  test("that are computed decide a criterion or a material, or are read as a fact or a setting", () => {
    const read = [
      ...[...criteria, ...materials, ...settings].map(({ article }) => article.replace(/（.*$/, "")),
      ...facts.flatMap(({ article }) =>
        article.split(",").map((each) => articles.find(({ id }) => id === each.replace(/\(.*$/, ""))?.label),
      ),
    ];
    for (const { label, treatment } of articles) if (treatment === "computed") expect(read, label).toContain(label);
  });
});

describe("criteria", () => {
  test("name the materials that prove them, each of which there is; what the register of titles proves names none", () => {
    const { of } = document.proofs;
    expect(Object.keys(of).toSorted()).toEqual(criteria.map(({ id }) => id).toSorted());
    const known = materials.map(({ id }) => id);
    for (const [criterion, proving] of Object.entries(of)) {
      for (const material of proving) expect(known, criterion).toContain(material);
      expect(proving.length > 0, criterion).toBe(criterion !== "art14_reapply");
    }
  });

  test("are the published twenty-six in the published order", () => {
    expect(criteria.map(({ id }) => id)).toEqual(
      (
        "art6_1_legal_person art6_1_registered_in_zhengzhou art6_1_org_type art6_1_two_years " +
        "art6_2_assets art6_2_service_income art6_2_sound_operation art6_3_sme_count art6_3_growth art6_3_satisfaction " +
        "art6_4_premises art6_4_facilities art6_4_partner_orgs art6_5_systems art6_5_discount art6_5_public_share art6_5_plan " +
        "art6_6_leader art6_6_staff_count art6_6_staff_ratio art7_info art7_tech art7_startup art7_training art7_count art14_reapply"
      ).split(" "),
    );
    expect(criteria.filter(({ line }) => line).map(({ id }) => id)).toEqual([
      "art7_info",
      "art7_tech",
      "art7_startup",
      "art7_training",
    ]);
    expect(document.expert.map(({ id }) => id)).toEqual([
      "art6_2_outlook",
      "art6_3_reputation",
      "art6_6_leader_experience",
      "art8_features",
    ]);
  });

  test("carry a mark at every number in their tests", () => {
    const literals = ["money", "int", "number", "date", "years", "days", "at_least", "needed"];
    for (const { id, test: document } of criteria) {
      for (const { node, holders } of nodes(document)) {
        if (!literals.some((literal) => literal in node)) continue;
        const marked = [node, ...holders].some((holder) => "mark" in holder);
        expect([id, JSON.stringify(node), marked]).toEqual([id, JSON.stringify(node), true]);
      }
    }
  });

  test("that may wait for a reading or an officer have advice for it, and an enquiry already written", () => {
    for (const { id, test: document, advice, enquiry } of criteria) {
      const reasons = [...nodes(document)].flatMap(({ node }) => [node.reason, node.open, node.otherwise]);
      if (reasons.includes("reading")) {
        expect(advice.reading, id).toBeDefined();
        expect(enquiry?.text.length, id).toBeGreaterThan(20);
      }
      if (reasons.includes("officer")) expect(advice.officer, id).toBeDefined();
    }
  });

  test("have advice in words of comfort", () => {
    for (const { id, advice } of criteria) {
      for (const text of Object.values(advice)) expect(text, id).not.toMatch(/失败|错误|非法/);
    }
  });

  test("have a next step of one clause, which takes its full stop and its day where it is printed", () => {
    for (const { id, advice } of criteria) expect(advice.step ?? "", id).toMatch(/^[^。；]{5,60}$/);
  });
});

describe("codes", () => {
  test("of warnings, contradictions and materials all have a Chinese text, and no text is left over", () => {
    const used = [
      ...[...criteria, ...materials].flatMap(({ warnings }) => warnings.map(({ code }) => code)),
      ...document.contradictions.map(({ code }) => code),
      ...papers.flatMap(({ checks }) => checks.map(({ code }) => code)),
    ];
    expect(Object.keys(texts).sort()).toEqual([...new Set(used)].sort());
    for (const text of Object.values(texts)) expect(text).toMatch(/^[\u4e00-\u9fa5“].*。$/);
  });

  test("of contradictions are all that the reading of the law lists", () => {
    expect(document.contradictions.map(({ facts: named }) => named.join(" "))).toEqual([
      "smes_served_prev_year satisfied_count unsatisfied_count unrated_count",
      "service_income_prev_year_yuan operating_income_prev_year_yuan",
      "staff_degree_or_title_count service_staff_count",
      "staff_degree_and_title_count staff_degree_or_title_count",
      "service_staff_count total_employees",
      "individual_businesses_in_served smes_served_prev_year",
      "public_low_fee_overlap_volume public_service_volume low_fee_service_volume",
      "public_service_volume low_fee_service_volume public_low_fee_overlap_volume total_service_volume",
      "never_certified current_cert_valid_to",
      "never_certified cancelled_on",
      "never_certified revoked_on",
      "tech_instruments_shared tech_has_large_instruments",
      "established_date submission_date",
      "revoked_on submission_date",
    ]);
  });
});

describe("facts", () => {
  test("are the published ones, ids, types, units and meanings of absence unchanged", () => {
    const found = facts.map(({ id, type, unit, absent_means }) =>
      // The day asked about is the default of the submission date: said beside the published meanings.
      absent_means === undefined || id === document.submission_date
        ? { id, type, unit }
        : { id, type, unit, absent_means },
    );
    expect(found).toEqual(publishedFacts);
  });

  test("whose absence means something say so to machines too", () => {
    const said = facts.filter(({ absent_means }) => absent_means !== undefined).map(({ id }) => id);
    const read = facts.filter(({ absent }) => absent !== undefined).map(({ id }) => id);
    // The register follows the code: worked out, not a statement of the applicant.
    expect(read.filter((id) => !said.includes(id))).toEqual(["registration_authority"]);
    expect(said.filter((id) => !read.includes(id))).toEqual([]);
  });

  test("that a criterion or a material depends on are asked for by a question, each by one", () => {
    const uses = new Set(
      [
        ...zhengzhouPolicy.criteria.flatMap(({ test: compiled, claimed }) => [compiled, claimed]),
        ...zhengzhouPolicy.materials.flatMap(({ papers: each }) =>
          each.flatMap(({ standing, checks }) => [...standing, ...checks.map((check) => check.test)]),
        ),
      ].flatMap((compiled) => [...(compiled?.uses ?? [])].map(idOf)),
    );
    for (const { shown_by } of papers) for (const fact of shown_by) uses.add(fact);
    uses.add(document.materials_in_hand);
    const notAsked = [...uses].filter((fact) => !asked.has(fact));
    // The code only stands in for the register, which is asked; the audit's code only shows that the audit is in hand.
    expect(notAsked.sort()).toEqual(["audit_verification_code", "uscc"]);
    const twice = questions.flatMap((question) => question.facts).filter((fact, at, all) => all.indexOf(fact) !== at);
    expect(twice).toEqual([]);
  });

  test("of a choice have a label for each value and for nothing else", () => {
    const districts = Object.fromEntries(document.districts.map(({ id, name }) => [id, name]));
    for (const [index, { id, type, options = type === "enum:districts" ? districts : {} }] of facts.entries()) {
      const { kind, values } = factKinds[index] ?? { kind: "text", values: [] };
      if (kind !== "enum" && kind !== "set") continue;
      expect([id, Object.keys(options).sort()]).toEqual([id, [...values].sort()]);
      expect(new Set(Object.values(options)).size, id).toBe(values.length);
    }
  });

  test("have a label of their own, and lead to an article", () => {
    expect(new Set(facts.map(({ label }) => label)).size).toBe(facts.length);
    const ids = new Set(articles.map(({ id }) => id));
    for (const { id, article } of facts) {
      for (const each of article.split(/[,，、]\s*/)) {
        if (/^\d/.test(each)) expect(ids, `${id}: ${article}`).toContain(each.replace(/\D.*$/, ""));
      }
    }
  });
});

describe("questions", () => {
  test("ask for facts that exist, with labels for yes/no facts that stand together", () => {
    for (const { id, facts: named, also, options, none } of questions) {
      for (const fact of [...named, ...also.map((each) => each.fact), ...none.flatMap((each) => each.facts)]) {
        expect(factIndexes.has(fact), `${id}: ${fact}`).toBe(true);
      }
      const yesNo = named.filter((fact) => factKinds[factIndexes.get(fact) ?? -1]?.kind === "bool");
      if (named.length > 1) expect([id, yesNo.filter((fact) => !(fact in options))]).toEqual([id, []]);
      // A yes/no fact that stands alone may have words for its yes and its no.
      const labelled = named.length > 1 ? named : [...named, "true", "false"];
      for (const fact of Object.keys(options)) expect(labelled, id).toContain(fact);
    }
  });

  test("name for each fact one party who knows it: whom the screen names, or somebody else", () => {
    for (const { id, facts: named, elsewhere } of questions) {
      const others = elsewhere.flatMap((other) => other.facts);
      for (const fact of others) expect(named, id).toContain(fact);
      expect(new Set(others).size, id).toBe(others.length);
    }
  });

  test("show at most eight yes/no facts on one screen, and come to about thirty on the longest way", () => {
    for (const { id, facts: named } of questions) {
      const yesNo = named.filter((fact) => factKinds[factIndexes.get(fact) ?? -1]?.kind === "bool");
      expect(yesNo.length, id).toBeLessThanOrEqual(8);
    }
    expect(questions.length).toBeLessThanOrEqual(32);
  });

  test("offer a tap only for absences that are statements or that the rules read anyway", () => {
    const readable = new Set(facts.filter(({ absent }) => absent !== undefined).map(({ id }) => id));
    for (const { id, none } of questions) {
      for (const fact of none.flatMap((each) => each.facts)) expect(readable, `${id}: ${fact}`).toContain(fact);
    }
  });
});

describe("materials", () => {
  test("are the fourteen of Art. 9", () => {
    expect(materials.map(({ id }) => id)).toEqual(factKinds[factIndexes.get("materials_in_hand") as number]?.values);
    expect(materials.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(["M13"]);
    expect(papers.filter(({ fully_checked }) => fully_checked).map(({ id }) => id)).toEqual(["M03", "M05.icp", "M14"]);
    for (const { id, todo, parts } of materials) expect(todo.length + parts.length, id).toBeGreaterThan(5);
  });
});
