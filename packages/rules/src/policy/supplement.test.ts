import { expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { compilePolicy } from "./compile.ts";
import type { PolicyDocument } from "./schema.ts";
import { supplementDocument } from "./supplement.ts";

const edition = zhengzhouPolicy.document;
/** The shipped document as if an earlier edition had lacked something. */
const older = (change: (document: Record<string, unknown>) => void) => {
  const document = structuredClone(edition) as unknown as Record<string, unknown>;
  change(document);
  return document;
};

test("a document that lacks nothing stays as it is", () => {
  expect(supplementDocument(edition, edition)).toEqual({ document: edition, added: [] });
});

test("what a document states stands, whatever the edition says of it", () => {
  const kept = older((document) => {
    const lifecycle = document.lifecycle as PolicyDocument["lifecycle"];
    const [figure, ...figures] = lifecycle.parameters;
    document.lifecycle = { ...lifecycle, parameters: [{ ...figure, value: 7 }, ...figures], finding_articles: [] };
    document.title = "原来的题目";
    document.criteria = edition.criteria.slice(1);
  });
  expect(supplementDocument(kept, edition)).toEqual({ document: kept, added: [] });
});

test("figures, articles, words, readings, the score sheet and the forms are completed, each by itself", () => {
  const [figure] = edition.lifecycle.parameters;
  const [reading] = edition.settings;
  const [act] = Object.keys(edition.lifecycle.acts);
  const [text] = Object.keys(edition.texts);
  const kept = older((document) => {
    const { certificate_number: _, ...lifecycle } = document.lifecycle as PolicyDocument["lifecycle"];
    lifecycle.parameters.shift();
    delete lifecycle.acts[act ?? ""];
    delete lifecycle.refusals.wrong_state;
    document.lifecycle = lifecycle;
    (document.settings as object[]).shift();
    delete (document.texts as Record<string, string>)[text ?? ""];
    delete document.score_sheet;
    delete document.forms;
    delete document.supervision;
    delete document.functions_of;
    delete document.proofs;
    delete document.article_search;
  });
  const { document, added } = supplementDocument(kept, edition);
  expect(added.toSorted()).toEqual(
    [
      "score_sheet",
      "forms",
      "supervision",
      "functions_of",
      "proofs",
      "article_search",
      `settings.${reading?.id}`,
      `texts.${text}`,
      "lifecycle.certificate_number",
      `lifecycle.parameters.${figure?.id}`,
      `lifecycle.acts.${act}`,
      "lifecycle.refusals.wrong_state",
    ].toSorted(),
  );
  expect(supplementDocument(document, edition).added).toEqual([]);
  expect(compilePolicy(document).document.score_sheet).toEqual(edition.score_sheet);
});

test("a document from before there was a procedure at all gets one", () => {
  const kept = older((document) => {
    delete document.lifecycle;
  });
  expect(() => compilePolicy(kept)).toThrow(/lifecycle/);
  expect(compilePolicy(supplementDocument(kept, edition).document).document.lifecycle).toEqual(edition.lifecycle);
});
