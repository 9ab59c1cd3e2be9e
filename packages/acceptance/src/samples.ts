import { readFileSync } from "node:fs";
import type { Assessment } from "@shifan/rules";
import { fileOfRepository } from "./repository.ts";
import type { Facts } from "./speaker.ts";

/** A sample case of the design that facts decide. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly facts: Facts;
  readonly asOf: string;
  readonly expected: {
    readonly criteria: Readonly<Record<string, string>>;
    readonly overall: string;
    readonly warnings: readonly { readonly code: string }[];
  };
}

interface SampleFile {
  readonly base_facts: Readonly<Record<string, Facts>>;
  readonly cases: readonly { readonly id: string; readonly kind: string }[];
}

interface FactsCase {
  readonly id: string;
  readonly title: string;
  readonly given: {
    readonly base: string | null;
    readonly override: Facts;
    readonly drop: readonly string[];
    readonly context: { readonly submission_date: string };
  };
  readonly expect: Sample["expected"];
}

interface MaterialCases {
  readonly given: readonly { readonly facts: Facts }[];
  readonly expect: readonly { readonly status: string }[];
}

/** The facts of the sample base: an applicant who meets every condition that can be checked. */
export function readSampleBase(): Facts {
  return readFile().base_facts.B0 ?? {};
}

/** The sample cases that evaluation decides: whole applicants, and the website's filing proof (D02). */
export function readSamples(): {
  facts: Sample[];
  reportDate: string;
  submittedAt: string;
  websites: { facts: Facts; status: string }[];
} {
  const file = readFile();
  const caseOf = (id: string) => file.cases.find((each) => each.id === id);
  const d01 = caseOf("D01") as unknown as { given: { credit_report_date: string; submitted_at: string } };
  const d02 = caseOf("D02") as unknown as MaterialCases;
  return {
    facts: file.cases
      .filter(({ kind }) => kind === "facts")
      .map((each) => sampleOf(file, each as unknown as FactsCase)),
    reportDate: d01.given.credit_report_date,
    submittedAt: d01.given.submitted_at,
    websites: d02.given.map(({ facts }, index) => ({ facts, status: d02.expect[index]?.status ?? "" })),
  };
}

function readFile(): SampleFile {
  const path = "packages/rules/policies/zhengzhou-sme-platform/sample-cases.json";
  return JSON.parse(readFileSync(fileOfRepository(path), "utf8"));
}

function sampleOf(file: SampleFile, { id, title, given, expect }: FactsCase): Sample {
  const base = given.base === null ? {} : file.base_facts[given.base];
  const facts: Record<string, unknown> = { ...base, ...given.override };
  for (const fact of given.drop) delete facts[fact];
  return { id, title, facts, asOf: given.context.submission_date, expected: expect };
}

/** A material, or a part of one, by its id. */
export function paperOf(materials: Assessment["materials"], id: string) {
  return materials.flatMap((material) => [material, ...material.parts]).find((each) => each.id === id);
}
