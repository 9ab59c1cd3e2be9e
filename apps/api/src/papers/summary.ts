import { applicationStateLabels } from "@shifan/contract";
import type { RoundRow } from "@shifan/db";
import { factsFromForm, type Policy, spellMean } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { readStanding } from "../surveys/standing.ts";
import { platformTypeName } from "./platform-type.ts";
import { listStandingCases, readOpenForm, type StandingCase } from "./round-cases.ts";
import type { PaperServices } from "./route.ts";

export type SummaryCell = string | number | null;

/** A column of the summary: its heading, its width in characters, and how a number in it is shown. */
export type SummaryColumn = { readonly heading: string; readonly width: number; readonly format?: string };

const money = "#,##0.00";
export const summaryColumns: readonly SummaryColumn[] = [
  { heading: "名次", width: 8 },
  { heading: "申报单位", width: 34 },
  { heading: "统一社会信用代码", width: 22 },
  { heading: "推荐单位", width: 18 },
  { heading: "平台类型", width: 14 },
  { heading: "上年末资产总额（元）", width: 20, format: money },
  { heading: "上年度服务收入（元）", width: 20, format: money },
  { heading: "上年度服务中小企业数", width: 14 },
  { heading: "服务人员数", width: 12 },
  { heading: "自报满意（满意/名单）", width: 16 },
  { heading: "测评满意（满意/完成）", width: 16 },
  { heading: "平均分", width: 10, format: "0.00" },
  { heading: "状态", width: 14 },
  { heading: "理由", width: 40 },
  { heading: "收到日期", width: 13 },
  { heading: "证书编号", width: 18 },
  { heading: "有效期自", width: 13 },
  { heading: "有效期至", width: 13 },
];

/** The figures of a case that the summary shows, by fact, in the order of its columns. */
const figures = [
  "total_assets_prev_year_end_yuan",
  "service_income_prev_year_yuan",
  "smes_served_prev_year",
  "service_staff_count",
] as const;

export type RoundSummary = {
  readonly title: string;
  readonly rows: readonly (readonly SummaryCell[])[];
};

/** 汇总表: a row for each case of a round that was handed in. What a form does not say stays empty: unknown is never nought. */
export async function readSummary(services: PaperServices, round: RoundRow): Promise<RoundSummary> {
  const { database, catalog, clock } = services;
  const policy = await policyOfRound(catalog, round, clock.today());
  const rows: SummaryCell[][] = [];
  for (const each of await listStandingCases(database, round, clock.today())) {
    rows.push(await rowOf(services, policy, round, each));
  }
  return { title: `${round.year}年度${programmeName(policy.document)}申报汇总表`, rows };
}

async function rowOf(
  { database, clock }: PaperServices,
  policy: Policy,
  round: RoundRow,
  { application, standing }: StandingCase,
): Promise<SummaryCell[]> {
  const today = clock.today();
  const form = await readOpenForm(database, application.id);
  const submissionDate = application.receivedOn ?? today;
  const { facts } = factsFromForm(policy, form, { roundYear: round.year, today, submissionDate });
  const { claimed, measured } = await readStanding(database, application.id, policy);
  return [
    standing?.rank ?? null,
    application.organizationName,
    application.uscc,
    policy.document.districts.find(({ id }) => id === application.district)?.name ?? application.district,
    platformTypeName(policy, facts.platform_type),
    ...figures.map((fact) => figureCell(facts[fact])),
    claimed.listed === 0 ? null : `${claimed.satisfied}/${claimed.listed}`,
    measured.completed === 0 ? null : `${measured.satisfied}/${measured.completed}`,
    standing === null ? null : Number(spellMean(standing.mean)),
    applicationStateLabels[application.state],
    application.reason,
    application.receivedOn,
    application.certificateNumber,
    application.validFrom,
    application.validTo,
  ];
}

/** A decimal goes as a number only where a spreadsheet keeps all of its digits. */
function figureCell(value: unknown): SummaryCell {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  return /^-?\d{1,13}(\.\d{1,2})?$/.test(value) ? Number(value) : value;
}
