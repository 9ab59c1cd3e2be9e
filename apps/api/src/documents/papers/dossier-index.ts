import { printedDay } from "../annexes/values.ts";
import { cell, heading, label, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "./paper.ts";

export interface DossierIndex {
  readonly programme: Programme;
  readonly organization: string;
  readonly district: string;
  readonly receivedOn: string | null;
  /** What the case is called now. */
  readonly state: string;
  readonly entries: readonly DossierEntry[];
}

export interface DossierEntry {
  /** M01 … M14; empty for a form. */
  readonly number: string;
  readonly title: string;
  /** The file's own name; empty for what the product has printed. */
  readonly file: string;
  /** Its first and last page in this file; null where it could not be bound in. */
  readonly pages: { readonly first: number; readonly last: number } | null;
  /** Why it is not bound in; empty where it is. */
  readonly remark: string;
}

const columns = [1.6, 6.2, 6.4, 2, 3.6];

function printedPages(pages: DossierEntry["pages"]): string {
  if (pages === null) return "—";
  return pages.first === pages.last ? String(pages.first) : `${pages.first}–${pages.last}`;
}

/** 卷宗目录: everything in the order of binding, and what has to be looked at elsewhere. */
export function dossierIndex(dossier: DossierIndex, options: PaperOptions): PrintedDocument {
  const { programme, organization, district, receivedOn, state, entries } = dossier;
  const title = "申报卷宗目录";
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const rows = entries.map(({ number, title: name, file, pages, remark }) =>
    rowOf(columns, rowHeight, [
      value(number),
      cell(lines(name)),
      cell(lines(file)),
      value(printedPages(pages)),
      cell(lines(remark)),
    ]),
  );
  const head = ["编号", "材料", "文件名", "页码", "备注"].map((text) => label(text));
  const received = receivedOn === null ? "" : `　　收到日期：${printedDay(receivedOn)}`;
  return {
    title: `${organization}${title}`,
    sheets: [
      {
        title,
        part: organization,
        blocks: [
          heading(1, `${year}${programme.name}`),
          heading(1, title),
          paragraph(`申报单位：${organization}　　推荐单位：${district}`),
          paragraph(`状态：${state}${received}`),
          table(columns, rows, [rowOf(columns, rowHeight, head)]),
          paragraph("页码从本页起算，书签与目录一致。没有并入的文件列在备注里，请在系统或压缩包中查看。", {
            indent: true,
          }),
        ],
      },
    ],
    ...options,
  };
}
