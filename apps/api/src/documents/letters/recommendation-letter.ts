import { cell, label, lines, rowHeight, table, value } from "../description/build.ts";
import type { PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "../papers/paper.ts";
import { large, letterDocument } from "./letter.ts";

/** 推荐文件: a district's letter with its cases in the order in which it recommends them. */
export interface RecommendationLetter {
  readonly programme: Programme;
  readonly documentNumber: string;
  readonly issuedOn: string;
  readonly district: string;
  /** The city's office. */
  readonly addressee: string;
  /** The measure that it rests on, such as 郑州市…暂行办法. */
  readonly measure: string;
  readonly article: string;
  readonly cases: readonly RecommendedCase[];
}

export interface RecommendedCase {
  readonly rank: number;
  readonly organization: string;
  readonly uscc: string;
  readonly platformType: string;
  /** 完成10家, 满意10家, a line each; empty where there was no survey. */
  readonly survey: string;
  readonly opinion: string;
  /** Why it is recommended although something speaks against it; empty where nothing does. */
  readonly reasons: string;
}

const columns = [1.3, 5.4, 2.4, 3.2, 7];

/** The letter, its table of cases by rank, and the list of what is enclosed. */
export function recommendationLetter(letter: RecommendationLetter, options: PaperOptions): PrintedDocument {
  const { programme, documentNumber, issuedOn, district, addressee, measure, article, cases } = letter;
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const rows = cases.map(({ rank, organization, uscc, platformType, survey, opinion, reasons }) =>
    rowOf(columns, rowHeight, [
      value(String(rank)),
      cell([...lines(organization), ...lines(uscc)]),
      value(platformType),
      cell(lines(survey, { align: "center" })),
      cell([...lines(opinion), ...(reasons === "" ? [] : lines(`仍予推荐的理由：${reasons}`))]),
    ]),
  );
  const head = ["顺序", "申报单位、信用代码", "平台类型", "满意度测评", "推荐意见"].map((text) => label(text));
  return letterDocument(
    {
      title: `关于推荐${year}${programme.name}的函`,
      number: documentNumber,
      addressee,
      body: [
        large(
          `根据《${measure}》${article}，我单位核对了申报材料，对平台运营情况、服务业绩和用户满意度进行了测评，现推荐下列${cases.length}家单位，按推荐顺序排列。`,
        ),
        table(columns, rows, [rowOf(columns, rowHeight, head)]),
        large(`推荐不等于认定：是否认定由你局组织专家评审、公示后决定。妥否，请审核。`),
      ],
      meaning: null,
      enclosures: [`推荐表（附件1）${cases.length}份`, `被推荐单位的申报材料${cases.length}套`],
      office: district,
      day: issuedOn,
    },
    options,
  );
}
