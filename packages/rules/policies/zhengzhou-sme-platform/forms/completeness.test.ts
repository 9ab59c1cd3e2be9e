import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AnnexDocument, PartDocument } from "../../../src/forms/schema.ts";
import { factsOfAnnexes } from "../../../src/forms/supplement.ts";
import { zhengzhouPolicy } from "../../../testing/policy.ts";

const { document, forms } = zhengzhouPolicy;
const supplement = document.forms.supplement;
const bare = (text: string): string => text.replace(/[\s_*\\]/g, "");
const law = bare(readFileSync(new URL("../law/text.md", import.meta.url), "utf8")).replaceAll("#", "");
/** What the law writes around the words of its forms: strokes, boxes, blanks for a date, and what it says of the layout. */
const around = /^([|\-：；。，、:;"“”□（）]|封面|落款|（列|年月日)*$/;

/** Words of a part in the order of the law. */
function wordsOf(part: PartDocument, isInLine: boolean): string[] {
  if (part.kind === "text") return [part.text];
  if (isInLine) return [];
  const heading = part.heading === null ? [] : [part.heading];
  if (part.kind === "section" && part.lines) {
    return [
      ...heading,
      ...part.lines.flatMap((line) => line.split(/\{[^}]*\}/)).filter((words) => words.trim() !== ""),
    ];
  }
  const fields = part.kind === "section" ? part.fields : part.columns;
  const numbered = part.kind === "list" && part.numbered !== null ? [part.numbered] : [];
  const foot = part.kind === "list" && part.foot !== undefined ? [part.foot] : [];
  const labels = fields
    .filter(({ printed }) => printed)
    .flatMap(({ label, options = [] }) => [label, ...options.map((option) => option.label)]);
  return [...heading, ...numbered, ...labels, ...foot];
}

function wordsOfAnnex({ number, title, imprint, contents, parts }: AnnexDocument): string[] {
  const inLines = parts.flatMap((part) => (part.kind === "section" ? (part.lines ?? []) : [])).join("");
  const printed = parts.map((part) => wordsOf(part, inLines.includes(`{list:${part.id}}`)));
  const [cover = [], ...rest] = imprint === null ? [[], ...printed] : printed;
  return [
    number + title,
    ...cover,
    ...(imprint === null ? [] : [imprint]),
    ...(contents ? [contents.heading, ...contents.items.map((item) => `${item.number}、${item.title}`)] : []),
    ...rest.flat(),
  ].map(bare);
}

describe("the annexes as data", () => {
  test("are all three", () => {
    expect(forms.annexes.map(({ number, by }) => [number, by])).toEqual([
      ["附件1", "district"],
      ["附件2", "applicant"],
      ["附件3", "applicant"],
    ]);
  });

  test.each(forms.annexes.map((annex) => [annex.number, annex] as const))(
    "%s has every word of the law, in its order, and nothing else",
    (number, annex) => {
      const next = forms.annexes[forms.annexes.indexOf(annex) + 1];
      const start = law.indexOf(number + bare(annex.title));
      expect(start).toBeGreaterThan(0);
      const end = next ? law.indexOf(next.number + bare(next.title)) : law.length;
      let at = start;
      for (const words of wordsOfAnnex(annex)) {
        const found = law.indexOf(words, at);
        expect([words, found >= at && found < end]).toEqual([words, true]);
        expect([words, law.slice(at, found)]).toEqual([words, expect.stringMatching(around)]);
        at = found + words.length;
      }
      expect(law.slice(at, end)).toMatch(around);
    },
  );

  test("print every label of a section with lines in the line of its field", () => {
    for (const part of forms.annexes.flatMap(({ parts }) => parts)) {
      if (part.kind !== "section" || !part.lines) continue;
      const placed = part.lines.flatMap((line) => [...line.matchAll(/\{(\w+)\}/g)].map(([, id]) => id));
      expect(placed).toEqual(part.fields.map(({ id }) => id));
      for (const { id, label } of part.fields) {
        const line = part.lines.find((each) => each.includes(`{${id}}`)) ?? "";
        if (id !== "website") expect([id, line.includes(label)]).toEqual([id, true]);
      }
    }
  });

  test("put every printed part under one item of the contents", () => {
    for (const { contents, parts } of forms.annexes) {
      if (!contents) continue;
      const listed = contents.items.flatMap((item) => item.parts);
      expect([...listed].sort()).toEqual(
        parts
          .map(({ id }) => id)
          .filter((id) => id !== "cover")
          .sort(),
      );
    }
  });

  test("ask for nothing that the printed form does not have", () => {
    const all = [
      ...[...forms.sections.values()].flatMap(({ fields }) => fields),
      ...[...forms.lists.values()].flatMap(({ columns }) => columns),
    ];
    expect(all.filter(({ printed, required }) => !printed && required)).toEqual([]);
    expect(forms.sections.get(supplement?.id ?? "")?.fields.every(({ printed }) => !printed)).toBe(true);
  });

  test("mark the personal data of third persons", () => {
    const personal = [...forms.lists.values()].flatMap(({ id, columns }) =>
      columns.filter((column) => column.personal).map((column) => `${id}.${column.id}`),
    );
    expect(personal.sort()).toEqual(
      "sampled.interviewee sampled.phone sampled.position served.contact served.phone staff.age".split(" "),
    );
  });
});

describe("facts and forms", () => {
  test("every fact is in an annex, in the supplement, or named with the reason why nobody is asked", () => {
    const inSupplement = forms.sections.get(supplement?.id ?? "")?.fields.map(({ fact }) => fact);
    const notAsked = supplement?.not_asked.map(({ fact }) => fact) ?? [];
    const stated = factsOfAnnexes(document.forms);
    const found = document.facts.map(({ id }) => [
      id,
      stated.has(id) || inSupplement?.includes(id) || notAsked.includes(id),
    ]);
    expect(found).toEqual(document.facts.map(({ id }) => [id, true]));
    for (const { fact, ground } of supplement?.not_asked ?? []) {
      expect([fact, stated.has(fact), ground.length > 4]).toEqual([fact, false, true]);
    }
  });

  test("every field of the supplement stands on one of its screens", () => {
    const { fields = [], groups = [] } = forms.sections.get(supplement?.id ?? "") ?? {};
    expect(groups.flatMap((group) => group.fields).sort()).toEqual(fields.map(({ id }) => id).sort());
    expect(groups.some(({ id }) => id === "others")).toBe(false);
  });

  test("the cross-checks are X01 to X20, each with an article and a message that fills every blank", () => {
    const codes = [...new Set(forms.checks.map(({ code }) => code))];
    expect(codes).toEqual(Array.from({ length: 20 }, (_, index) => `X${String(index + 1).padStart(2, "0")}`));
    expect(new Set(forms.checks.map(({ id }) => id)).size).toBe(forms.checks.length);
    for (const { id, text, article } of forms.checks) {
      expect(text, id).toMatch(/^.*（.*(附件|第).*）。$/);
      expect(text, id).not.toMatch(/失败|错误|非法/);
      expect(text.includes(article), id).toBe(true);
    }
  });
});
