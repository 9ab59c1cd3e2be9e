import { heading, label, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions } from "./paper.ts";

export interface PublicityPaper {
  readonly title: string;
  /** What stands before the list and after it, in the words of the policy. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly cases: readonly {
    readonly position: number;
    readonly organizationName: string;
    readonly platformName: string;
    readonly platformType: string;
    readonly district: string;
  }[];
  /** Who publishes, and on which day as it is printed. */
  readonly issuer: string;
  readonly issuedOn: string;
}

const columns = [1.4, 6, 6, 2.4, 3.4];
const heads = ["序号", "单位名称", "平台名称", "平台类型", "推荐部门"];

/** 公示: the proposed list as the bureau's own site shows it. */
export function publicityDocument(paper: PublicityPaper, options: PaperOptions): PrintedDocument {
  const words = (texts: readonly string[]) => texts.map((text) => paragraph(text, { indent: true }));
  const rows = paper.cases.map(({ position, organizationName, platformName, platformType, district }) =>
    rowOf(
      columns,
      rowHeight,
      [String(position), organizationName, platformName, platformType, district].map((text) => value(text)),
    ),
  );
  const head = rowOf(
    columns,
    rowHeight,
    heads.map((text) => label(text)),
  );
  const blocks = [
    heading(1, paper.title),
    ...words(paper.opening),
    table(columns, rows, [head]),
    ...words(paper.closing),
    paragraph(paper.issuer, { align: "right" }),
    paragraph(paper.issuedOn, { align: "right" }),
  ];
  return { title: paper.title, sheets: [{ title: paper.title, part: "", blocks }], ...options };
}
