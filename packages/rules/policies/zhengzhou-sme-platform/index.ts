import articles from "./articles.json" with { type: "json" };
import cases from "./cases.json" with { type: "json" };
import contradictions from "./contradictions.json" with { type: "json" };
import criteria from "./criteria.json" with { type: "json" };
import districts from "./districts.json" with { type: "json" };
import facts from "./facts.json" with { type: "json" };
import { forms } from "./forms/index.ts";
import lifecycle from "./lifecycle.json" with { type: "json" };
import materials from "./materials.json" with { type: "json" };
import policy from "./policy.json" with { type: "json" };
import questions from "./questions.json" with { type: "json" };
import scoreSheet from "./score-sheet.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import falsePapers from "./supervision/false-papers.json" with { type: "json" };
import obligations from "./supervision/obligations.json" with { type: "json" };
import readings from "./supervision/readings.json" with { type: "json" };
import sanctions from "./supervision/sanctions.json" with { type: "json" };
import texts from "./texts.json" with { type: "json" };

/** 郑州市中小企业公共服务示范平台认定管理暂行办法, one subject a file; checked against the schema when compiled. */
export const zhengzhou: unknown = {
  ...policy,
  articles,
  settings,
  districts,
  facts,
  contradictions,
  criteria,
  materials,
  lifecycle,
  score_sheet: scoreSheet,
  supervision: { obligations, readings, sanctions, false_papers: falsePapers },
  questions,
  forms,
  texts,
  cases,
};
