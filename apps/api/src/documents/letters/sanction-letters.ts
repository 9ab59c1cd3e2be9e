import { printedDay } from "../annexes/values.ts";
import { heading } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import type { PaperOptions } from "../papers/paper.ts";
import { large, letterDocument, type Meaning, prose } from "./letter.ts";

/** What every paper on a cancellation or revocation says of it. */
export interface SanctionLetter {
  readonly kind: "cancellation" | "revocation";
  /** 取消 or 撤销. */
  readonly kindName: string;
  /** What is certified, such as 郑州市中小企业公共服务示范平台. */
  readonly programme: string;
  readonly organization: string;
  readonly platform: string;
  /** The ground in the words of the law. */
  readonly ground: string;
  readonly finding: string;
  readonly evidence: string;
  /** What follows for the unit, with its article. */
  readonly consequence: string;
  readonly office: string;
  readonly articles: {
    /** On which the sanction rests. */
    readonly sanction: string;
    /** On which the right to be heard and to answer rests. */
    readonly hearing: string;
    /** The one kind that bars a new application. */
    readonly ban: string;
    /** By which the city interprets what is unclear. */
    readonly interpretation: string;
  };
}

/** 取消资格事先告知书, 撤销资格事先告知书: what is held against the unit, and until when it may state its case. */
export function priorNotice(
  letter: SanctionLetter & { readonly notifiedOn: string; readonly statementUntil: string },
  options: PaperOptions,
): PrintedDocument {
  const { kindName, programme, organization, platform, ground, articles, office, statementUntil, notifiedOn } = letter;
  const body: Block[] = [
    large(`贵单位“${platform}”涉及“${ground}”，我局拟${kindName}其${programme}资格（${articles.sanction}）。`),
    ...factsOf(letter),
    heading(2, "怎么陈述申辩"),
    large(
      `请在${printedDay(statementUntil)}24:00前，当面或书面向${office}陈述申辩、提交证据；陈述与本告知书一并存档（${articles.hearing}）。到期没有陈述的，我局按查明的事实办理，不视为贵单位同意。`,
    ),
  ];
  const meaning = {
    means: [`决定还没有作出，贵单位的资格现在不变（${articles.hearing}）。`, `如果作出决定：${letter.consequence}`],
    doesNotMean: limitsOf(letter),
  };
  return write(letter, options, `${kindName}资格事先告知书`, {
    number: "",
    addressee: organization,
    body,
    meaning,
    day: notifiedOn,
  });
}

/** 取消资格决定书, 撤销资格决定书, dated on the day on which the second officer confirmed it. */
export function sanctionDecision(
  letter: SanctionLetter & {
    readonly documentNumber: string;
    readonly decision: string;
    readonly effectiveOn: string;
    /** What was stated and how it was weighed. */
    readonly hearing: string;
    /** The number of the interpretation on which an unclear ground rests; empty where there was none. */
    readonly interpretationNumber: string;
    /** How many days after its service the unit has to answer; the last of them, null as long as it is not served. */
    readonly answerDays: number;
    readonly answerUntil: string | null;
    /** How long the general law leaves for an application for review, and for an action before the court, from the day on which the unit knows. */
    readonly review: { readonly days: number; readonly litigationMonths: number };
    /** The last day of the ban as far as it is known; null where there is none. */
    readonly barredUntil: string | null;
    readonly isServed: boolean;
  },
  options: PaperOptions,
): PrintedDocument {
  const { kindName, programme, organization, platform, ground, articles, effectiveOn, office } = letter;
  const cited =
    letter.interpretationNumber === ""
      ? ""
      : `，并按${letter.interpretationNumber}的解释（${articles.interpretation}）`;
  const body: Block[] = [
    large(
      `因“${ground}”${cited}，我局决定从${printedDay(effectiveOn)}起${kindName}贵单位“${platform}”的${programme}资格（${articles.sanction}）。`,
    ),
    ...factsOf(letter),
    heading(2, "听取陈述申辩的情况"),
    ...prose(letter.hearing),
    heading(2, "决定和理由"),
    ...prose(letter.decision),
    heading(2, "怎么提出意见"),
    large(
      `对本决定有不同意见，或有新的材料，请自送达次日起${letter.answerDays}天内${untilOf(letter)}书面告知${office}，与本决定一并存档（${articles.hearing}）。提出意见不停止执行本决定；决定有误的，我局另作决定撤回，资格随之恢复。`,
    ),
    large(
      `也可以自知道本决定之日起${letter.review.days}日内依法申请行政复议，或者${letter.review.litigationMonths}个月内依法提起行政诉讼；向我局提出意见，不延长这两个期限。`,
    ),
  ];
  const meaning = { means: [letter.consequence, ...banOf(letter)], doesNotMean: limitsOf(letter) };
  const { documentNumber: number } = letter;
  return write(letter, options, `${kindName}资格决定书`, {
    number,
    addressee: organization,
    body,
    meaning,
    day: effectiveOn,
  });
}

/** 撤回决定书: a wrong decision is withdrawn by a new one, and both are kept. */
export function withdrawalDecision(
  letter: SanctionLetter & {
    readonly documentNumber: string;
    readonly effectiveOn: string;
    readonly reason: string;
    readonly number: string;
    readonly reinstatedOn: string;
    /** The last day of the title. */
    readonly validTo: string;
  },
  options: PaperOptions,
): PrintedDocument {
  const { kindName, programme, organization, platform, articles, number, reinstatedOn } = letter;
  const body: Block[] = [
    large(
      `我局${printedDay(letter.effectiveOn)}作出的${kindName}“${platform}”${programme}资格的决定（${letter.documentNumber}）有误，现予撤回（${articles.hearing}）。`,
    ),
    heading(2, "撤回的理由"),
    ...prose(letter.reason),
  ];
  const again = letter.kind === "revocation" ? [`原决定带来的不得再次申报的年限从此没有了（${articles.ban}）。`] : [];
  const meaning = {
    means: [`资格恢复，有效期仍到${printedDay(letter.validTo)}24:00。`, ...again],
    doesNotMean: ["不是重新认定：有效期不因此延长。", "原决定和本决定都留存在案，不删除。"],
  };
  return write(letter, options, "撤回决定书", { number, addressee: organization, body, meaning, day: reinstatedOn });
}

function factsOf({ finding, evidence }: SanctionLetter): Block[] {
  return [heading(2, "查明的事实"), ...prose(finding), heading(2, "证据"), ...prose(evidence)];
}

/** The last day to answer, which is known once the decision was served. */
function untilOf({ answerUntil }: { answerUntil: string | null }): string {
  return answerUntil === null ? "" : `（到${printedDay(answerUntil)}24:00）`;
}

/** Until when nothing may be handed in, and whether that day is final. */
function banOf({
  barredUntil,
  isServed,
  articles,
}: { barredUntil: string | null; isServed: boolean } & SanctionLetter) {
  if (barredUntil === null) return [];
  return [
    isServed
      ? `不得再次申报，到${printedDay(barredUntil)}为止，含当天；第二天起可以申报（${articles.ban}）。`
      : `送达日期记录以前，从决定之日起算，到${printedDay(barredUntil)}为止，含当天；记录以后，从送达之日起算（${articles.ban}）。`,
  ];
}

/** What the two kinds are told apart by, so that nobody reads the one as the other. */
function limitsOf({ kind, articles }: SanctionLetter): string[] {
  return kind === "cancellation"
    ? [
        `不是撤销：取消以后没有不得再次申报的年限，符合条件的可以再次申报；那个年限只适用于撤销（${articles.ban}）。`,
        `不是对贵单位其他事项的处理（${articles.sanction}）。`,
      ]
    : [
        "不得再次申报只到所写的最后一天，到期自行终止，不用申请解除。",
        `不是对贵单位其他事项的处理（${articles.sanction}）。`,
      ];
}

function write(
  { office }: SanctionLetter,
  options: PaperOptions,
  title: string,
  letter: { number: string; addressee: string; body: Block[]; meaning: Meaning; day: string },
): PrintedDocument {
  return letterDocument({ title, enclosures: [], office, ...letter }, options);
}
