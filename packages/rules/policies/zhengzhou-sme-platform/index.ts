import articleSearch from "./article-search.json" with { type: "json" };
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
import proofs from "./proofs.json" with { type: "json" };
import questions from "./questions.json" with { type: "json" };
import reminderResults from "./reminders/results.json" with { type: "json" };
import reminderRules from "./reminders/rules.json" with { type: "json" };
import reminderSettings from "./reminders/settings.json" with { type: "json" };
import scoreSheet from "./score-sheet.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import checkLetters from "./supervision/check-letters.json" with { type: "json" };
import checklist from "./supervision/checklist.json" with { type: "json" };
import falsePapers from "./supervision/false-papers.json" with { type: "json" };
import hearingLetters from "./supervision/hearing-letters.json" with { type: "json" };
import obligations from "./supervision/obligations.json" with { type: "json" };
import readings from "./supervision/readings.json" with { type: "json" };
import reportForm from "./supervision/report-form.json" with { type: "json" };
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
  proofs,
  lifecycle,
  score_sheet: scoreSheet,
  supervision: {
    obligations,
    readings,
    report_form: reportForm,
    checklist,
    check_letters: checkLetters,
    hearing_letters: hearingLetters,
    sanctions,
    false_papers: falsePapers,
  },
  reminders: { ...reminderSettings, results: reminderResults, rules: reminderRules },
  questions,
  article_search: articleSearch,
  forms,
  texts,
  cases,
};
