import type { ReturnKind } from "@shifan/rules";
import { printedDay } from "../annexes/values.ts";
import { cell, label, lines, rowHeight, table, value } from "../description/build.ts";
import type { PrintedDocument } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import type { PaperOptions, Programme } from "../papers/paper.ts";
import { large, letterDocument, type Meaning } from "./letter.ts";

/** 补正 or 退回, as the district has decided it. */
export interface ReturnNotice {
  readonly kind: ReturnKind;
  readonly programme: Programme;
  readonly organization: string;
  /** YYYY-MM-DD, Asia/Shanghai: when the papers came in. */
  readonly receivedOn: string;
  /** The day of the return, and the last day to answer, until its 24:00. */
  readonly returnedOn: string;
  readonly until: string;
  readonly defects: readonly Defect[];
  readonly district: string;
  readonly articles: {
    /** On which the return rests. */
    readonly act: string;
    /** Of the paper that has to be of the month of handing in. */
    readonly report: string;
  };
}

export interface Defect {
  /** M01 … M14 with its title, or the place in the form. */
  readonly place: string;
  /** 第九条（一）; empty where there is none. */
  readonly article: string;
  readonly text: string;
}

const columns = [1.4, 6.2, 3.2, 8.2];

/** 补正通知书, 退回通知书: what is wanting, until when, and what happens to the day of receipt. */
export function returnNotice(notice: ReturnNotice, options: PaperOptions): PrintedDocument {
  const { kind, programme, organization, receivedOn, returnedOn, until, defects, district, articles } = notice;
  const isCorrection = kind === "correction";
  const asked = isCorrection ? "补正" : "重新提交";
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const rows = defects.map(({ place, article, text }, at) =>
    rowOf(columns, rowHeight, [value(String(at + 1)), cell(lines(place)), value(article), cell(lines(text))]),
  );
  const head = ["序号", "材料或栏目", "依据", "需要办理的内容"].map((text) => label(text));
  return letterDocument(
    {
      title: isCorrection ? "补正通知书" : "退回通知书",
      number: "",
      addressee: organization,
      body: [
        large(
          `贵单位${year}${programme.name}申报材料（${printedDay(receivedOn)}收到）已经核对，下列${defects.length}项需要${asked}（${articles.act}）。`,
        ),
        large(`请在${printedDay(until)}24:00前${asked}。`),
        table(columns, rows, [rowOf(columns, rowHeight, head)]),
      ],
      meaning: isCorrection ? correctionMeaning(receivedOn, articles) : resubmissionMeaning(articles),
      enclosures: [],
      office: district,
      day: returnedOn,
    },
    options,
  );
}

type Articles = ReturnNotice["articles"];

function correctionMeaning(receivedOn: string, { act, report }: Articles): Meaning {
  return {
    means: [
      `收到日期不变，仍按${printedDay(receivedOn)}计算，申报截止日期已过也不受影响（${act}）。`,
      `没有列出的材料不用重办；信用报告和公示查询仍按原来的收到日期核对（${report}）。`,
      "到期没有补正，本次申报按期满终止；填写的内容保留，可以用于下一年度。",
    ],
    doesNotMean: [`不是不推荐的决定，也不是对是否符合条件的结论（${act}）。`],
  };
}

function resubmissionMeaning({ act, report }: Articles): Meaning {
  return {
    means: [
      `本次提交退回；重新提交的那天是新的收到日期（${act}）。`,
      `信用报告和公示查询应是重新提交当月办理的（${report}）。`,
      "到期没有重新提交，本次申报按期满终止；填写的内容保留，可以用于下一年度。",
    ],
    doesNotMean: [`不是不推荐的决定，也不是对是否符合条件的结论（${act}）。`],
  };
}
