import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate, evaluateAll } from "../src/evaluation.ts";
import { paperOf, readSamples, type Sample } from "../src/samples.ts";
import { type Server, startServer } from "../src/server.ts";

const samples = readSamples();
let server: Server;

beforeAll(async () => {
  server = await startServer({ settings: { SHIFAN_NOW: samples.submittedAt } });
});
afterAll(() => server.stop());

function expectAsInSample({ expected }: Sample, assessment: Awaited<ReturnType<typeof evaluate>>): void {
  const statuses = Object.fromEntries(assessment.criteria.map(({ id, status }) => [id, status]));
  expect(statuses).toMatchObject(expected.criteria);
  expect(assessment.verdict).toBe(expected.overall);
  expect(assessment.warnings.map(({ code }) => code)).toEqual(expected.warnings.map(({ code }) => code));
}

describe("the sample cases of the design", () => {
  test("are the ones that facts decide", () => {
    expect(samples.facts.map(({ id }) => id).join(" ")).toBe("F01 F03 F04 F07 F10 F12 F13 F15 F16 F19 F23 F25 F27");
  });

  test.each(samples.facts)("$id $title", async (sample) => {
    const { facts, asOf } = sample;
    expectAsInSample(sample, await evaluate(server.url, { facts, asOf }));
  });

  test("come out the same all at once", async () => {
    const assessments = await evaluateAll(
      server.url,
      samples.facts.map(({ facts, asOf }) => ({ facts, asOf })),
    );
    expect(assessments).toHaveLength(samples.facts.length);
    for (const [index, sample] of samples.facts.entries()) expectAsInSample(sample, assessments[index] as never);
  });

  test("D01 half past midnight in Shanghai is the next day, though UTC is still in May", async () => {
    const { asOf, materials } = await evaluate(server.url, { facts: { credit_report_date: samples.reportDate } });
    expect(asOf).toBe("2026-06-01");
    expect(paperOf(materials, "M03")).toMatchObject({ status: "invalid", reasons: ["report_not_of_submission_month"] });
  });

  test.each(samples.websites)("D02 the website's filing proof: $status", async ({ facts, status }) => {
    const { materials } = await evaluate(server.url, { facts, asOf: "2026-06-10" });
    expect(paperOf(materials, "M05.icp")?.status).toBe(status);
  });
});
