import { printedDay } from "../annexes/values.ts";
import { heading } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import type { PaperOptions, Programme } from "../papers/paper.ts";
import { large, letterDocument, type Meaning, prose } from "./letter.ts";

/** A decision against one applicant, told to that applicant alone: the own reasons and nobody else's. */
export interface RefusalLetter {
  readonly kind: RefusalKind;
  readonly programme: Programme;
  readonly organization: string;
  /** The office that decided. */
  readonly office: string;
  /** YYYY-MM-DD, Asia/Shanghai: the day of the decision. */
  readonly decidedOn: string;
  /** The last day to answer, until its 24:00. */
  readonly answerUntil: string;
  /** The written reasons. */
  readonly reasons: string;
  readonly articles: RefusalArticles;
}

/** 不予推荐; 未入选; 不予认定 after an objection was upheld; 不予认定 for false papers. */
export type RefusalKind = "not_recommended" | "not_selected" | "objection_upheld" | "false_papers";

export interface RefusalArticles {
  /** On which the decision rests. */
  readonly act: string;
  /** On which the right to reasons and to an answer rests. */
  readonly answer: string;
  /** The ban after a revocation, from which this is told apart. */
  readonly ban: string;
}

const titles: Readonly<Record<RefusalKind, string>> = {
  not_recommended: "不予推荐通知书",
  not_selected: "未入选通知书",
  objection_upheld: "不予认定通知书",
  false_papers: "不予认定通知书",
};

/** The letter of a decision against an applicant: finding, article, reasons, what it means and does not mean, last day to answer. */
export function refusalLetter(letter: RefusalLetter, options: PaperOptions): PrintedDocument {
  const { kind, programme, organization, office, decidedOn, answerUntil, reasons, articles } = letter;
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const title = titles[kind];
  const body: Block[] = [
    large(`${findingOf(kind, `${year}${programme.name}`)}（${articles.act}）。`),
    heading(2, "理由"),
    ...prose(reasons),
    heading(2, "怎么提出意见"),
    large(
      `对上述理由有不同意见，或有新的材料，请在${printedDay(answerUntil)}24:00前书面告知${office}；贵单位的说明与本通知一并存档（${articles.answer}）。`,
    ),
  ];
  return letterDocument(
    {
      title,
      number: "",
      addressee: organization,
      body,
      meaning: meaningOf(kind, articles),
      enclosures: [],
      office,
      day: decidedOn,
    },
    options,
  );
}

function findingOf(kind: RefusalKind, what: string): string {
  switch (kind) {
    case "not_recommended":
      return `贵单位申报${what}的材料已经核对，决定不予推荐`;
    case "not_selected":
      return `贵单位申报${what}，经专家评审、择优比较，未列入本年度拟认定名单`;
    case "objection_upheld":
      return `贵单位申报${what}，公示期间收到异议，经查证异议成立，决定不予认定`;
    case "false_papers":
      return `贵单位申报${what}的材料与事实不符，与所作的真实性声明不一致，决定不予认定`;
  }
}

function meaningOf(kind: RefusalKind, { act, ban }: RefusalArticles): Meaning {
  const again = `不影响以后年度再次申报：三年内不得申报只适用于被撤销资格的单位（${ban}）。`;
  const never = `不是取消或撤销资格；已有的资格、有效期都不因此改变（${ban}）。`;
  switch (kind) {
    case "not_recommended":
      return {
        means: [`本年度的申报到此结束，材料不再报送市工信局（${act}）。`],
        doesNotMean: [again, never],
      };
    case "not_selected":
      return {
        means: [`本年度的申报到此结束；符合条件的单位之间择优，符合条件不等于一定入选（${act}）。`],
        doesNotMean: ["不是对贵单位不符合条件的认定，也不比较或公开其他单位的评审情况。", again, never],
      };
    case "objection_upheld":
      return {
        means: [`只对贵单位这一件申报作出决定，公示的其他单位照常办理（${act}）。`],
        doesNotMean: [again, never],
      };
    case "false_papers":
      return {
        means: [`本年度的申报到此结束，后果由声明单位承担（${act}）。`],
        doesNotMean: [again, never],
      };
  }
}
