import { cell, heading, label, line, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { Cell, PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "./paper.ts";

export interface CallSheet {
  readonly programme: Programme;
  readonly applicant: string;
  readonly district: string;
  /** What may be ticked, in the words of annex 1. */
  readonly methods: readonly string[];
  readonly ratings: readonly string[];
  readonly enterprises: readonly SampledEnterprise[];
}

export interface SampledEnterprise {
  /** Its place in the drawn order, under which its answer is recorded. */
  readonly place: number;
  readonly name: string;
  readonly contact: string;
  readonly phone: string;
  /** What it was served with, so that the caller can ask about it. */
  readonly services: string;
}

const columns = [1.3, 5.4, 4.4, 3.2, 3.4, 3.2, 2.8];
const head = ["序号", "抽样企业名称", "联系人、联系电话", "被访人员姓名、职务", "测评方法", "总体评价", "日期、测评人"];

/** 测评登记表: the drawn enterprises, with boxes to tick and room to write while calling or visiting. */
export function callSheetDocument(sheet: CallSheet, options: PaperOptions): PrintedDocument {
  const title = "满意度测评登记表";
  const { programme, methods, ratings } = sheet;
  const rows = sheet.enterprises.map(({ place, name, contact, phone, services }) =>
    rowOf(columns, rowHeight, [
      value(String(place)),
      cell([...lines(name), ...lines(services === "" ? "" : `服务内容：${services}`)]),
      cell([...lines(contact, { align: "center" }), ...lines(phone, { align: "center" })]),
      cell([]),
      boxes(methods),
      boxes(ratings),
      cell([]),
    ]),
  );
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const blocks = [
    heading(1, `${programme.name}${title}`),
    paragraph(`申报单位：${sheet.applicant}　　推荐单位：${sheet.district}　　${year}`),
    table(columns, rows, [
      rowOf(
        columns,
        rowHeight,
        head.map((text) => label(text)),
      ),
    ]),
    paragraph("每家企业只选一项评价；未联系上的写明时间和原因，不算完成。"),
  ];
  return { title, sheets: [{ title, part: sheet.applicant, blocks }], ...options };
}

function boxes(words: readonly string[]): Cell {
  return cell(words.map((word) => line([{ ticked: false }, ` ${word}`])));
}
