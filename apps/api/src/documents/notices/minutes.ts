import { printedDay } from "../annexes/values.ts";
import {
  cell,
  gap,
  heading,
  label,
  lines,
  paragraph,
  rowHeight,
  table,
  together,
  value,
} from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "../papers/paper.ts";

/** 评审会议纪要 of a round: for the city's own files, as it names experts and every case's reasons. */
export interface SelectionMinutes {
  readonly programme: Programme;
  readonly article: string;
  readonly office: string;
  /** How many may be certified at most; null where the round sets no number. */
  readonly quota: number | null;
  /** Full marks of the score sheet. */
  readonly fullMarks: number;
  /** By place; those without a place last. */
  readonly cases: readonly MinutedCase[];
}

export interface MinutedCase {
  readonly organization: string;
  readonly district: string;
  readonly platformType: string;
  readonly reviews: readonly MinutedReview[];
  /** The mean as printed, and the exact fraction behind it; null without a locked sheet. */
  readonly mean: { readonly text: string; readonly sum: number; readonly count: number } | null;
  readonly place: number | null;
  readonly isTied: boolean;
  /** The record of the discussion (合议); null where there was none. */
  readonly discussion: { readonly text: string; readonly on: string | null } | null;
  /** 拟认定, 未入选 and the like, in the words of the product. */
  readonly outcome: string;
  readonly reason: string;
}

export interface MinutedReview {
  readonly expert: string;
  readonly employer: string;
  /** Null: not locked, or recused. */
  readonly total: number | null;
  /** Why the expert withdrew; null where they did not. */
  readonly recused: string | null;
}

const rankColumns = [2.4, 5.2, 2.6, 2.7, 1.8, 2, 2.3];

/** The minutes: the order of all cases in one table, then each case with its experts, discussion and reasons. */
export function selectionMinutes(minutes: SelectionMinutes, options: PaperOptions): PrintedDocument {
  const { programme, article, office, quota, fullMarks, cases } = minutes;
  const title = "评审会议纪要";
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const limit = quota === null ? "本轮没有数量限制" : `本轮至多认定${quota}家`;
  const listed = cases.flatMap((each, at) => keptTogether(caseBlocks(each, at + 1), each));
  const blocks: Block[] = [
    heading(1, `${year}${programme.name}`),
    heading(1, title),
    paragraph(`组织单位：${office}　　依据：${article}`),
    paragraph(["会议时间：　　　年　　月　　日　　会议地点：", { blank: "", width: 12 }]),
    paragraph(
      `参加评审的申报共${cases.length}件。每件由专家独立评分，满分${fullMarks}分，按已锁定评分的平均分从高到低排列；平均分按分数比较，表中保留两位小数。并列的同一名次，由人按理由决定。${limit}。`,
      { indent: true },
    ),
    rankTable(cases),
    ...listed.slice(0, -1),
    // Signatures alone on a page belong to no text: the last case goes with them.
    together([
      ...listed.slice(-1),
      gap(8),
      paragraph(["主持人（签字）：", { blank: "", width: 8 }, "　记录人（签字）：", { blank: "", width: 8 }]),
      gap(4),
      paragraph("参加人员（签字）："),
      gap(14),
    ]),
  ];
  return { title: `${year}${programme.name}${title}`, sheets: [{ title, part: year, blocks }], ...options };
}

function rankTable(cases: readonly MinutedCase[]): Block {
  const head = ["名次", "申报单位", "推荐单位", "类型", "专家数", "平均分", "结果"].map((text) => label(text));
  const rows = cases.map(({ place, isTied, organization, district, platformType, reviews, mean, outcome }) =>
    rowOf(rankColumns, rowHeight, [
      value(place === null ? "—" : `${place}${isTied ? "（并列）" : ""}`),
      cell(lines(organization)),
      value(district),
      value(platformType),
      value(String(reviews.filter(({ total }) => total !== null).length)),
      value(mean === null ? "—" : mean.text),
      value(outcome),
    ]),
  );
  return table(rankColumns, rows, [rowOf(rankColumns, rowHeight, head)]);
}

const reviewColumns = [4, 9, 6];

/** A case stays on one page where it is certain to be lower than that. */
function keptTogether(blocks: readonly Block[], { reviews, reason, discussion }: MinutedCase): readonly Block[] {
  const isShort = reviews.length <= 12 && reason.length + (discussion?.text.length ?? 0) <= 400;
  return isShort ? [together(blocks)] : blocks;
}

function caseBlocks(each: MinutedCase, number: number): Block[] {
  const { organization, reviews, mean, discussion, outcome, reason } = each;
  const rows = reviews.map(({ expert, employer, total, recused }) =>
    rowOf(reviewColumns, 0, [
      value(expert),
      cell(lines(employer)),
      recused === null ? value(total === null ? "没有锁定评分" : `${total}分`) : cell(lines(`回避：${recused}`)),
    ]),
  );
  const head = ["专家", "工作单位", "总分"].map((text) => label(text));
  const sum = mean === null ? "没有已锁定的评分" : `平均分${mean.text}（${mean.sum}分÷${mean.count}名）`;
  return [
    heading(2, `${number}. ${organization}`),
    ...(rows.length === 0 ? [] : [table(reviewColumns, rows, [rowOf(reviewColumns, 0, head)]), gap(1)]),
    paragraph(`${sum}。结果：${outcome}。`, { indent: true }),
    ...(reason === "" ? [] : lines(`理由：${reason}`, { indent: true }).map(asParagraph)),
    ...(discussion === null
      ? []
      : lines(`合议${discussion.on === null ? "" : `（${printedDay(discussion.on)}）`}：${discussion.text}`, {
          indent: true,
        }).map(asParagraph)),
  ];
}

function asParagraph(text: ReturnType<typeof lines>[number]): Block {
  return { kind: "paragraph", line: text, large: false };
}
