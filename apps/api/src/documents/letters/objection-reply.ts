import { printedDay } from "../annexes/values.ts";
import { heading } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import type { PaperOptions, Programme } from "../papers/paper.ts";
import { large, letterDocument, type Meaning, prose } from "./letter.ts";

/**
 * The written answer to whoever objected. It is addressed by the number of the receipt alone: the paper may be seen by others, and the name of
 * whoever objects is protected.
 */
export interface ObjectionReply {
  readonly outcome: "inadmissible" | "upheld" | "dismissed";
  readonly programme: Programme;
  readonly receiptNumber: string;
  readonly receivedOn: string;
  /** The published case that was objected to. */
  readonly organization: string;
  readonly finding: string;
  /** The officer's own words of the reply; empty where the finding says all. */
  readonly reply: string;
  readonly office: string;
  readonly decidedOn: string;
  readonly articles: {
    readonly act: string;
    /** On which supervision by everybody rests. */
    readonly supervision: string;
  };
}

const words = {
  inadmissible: { title: "异议不予受理告知书", decided: "决定不予受理" },
  upheld: { title: "异议处理结果告知书", decided: "异议成立" },
  dismissed: { title: "异议处理结果告知书", decided: "异议不成立" },
} as const;

/** 异议处理结果告知书, 异议不予受理告知书. */
export function objectionReply(objection: ObjectionReply, options: PaperOptions): PrintedDocument {
  const { outcome, programme, receiptNumber, receivedOn, organization, finding, reply, articles } = objection;
  const { title, decided } = words[outcome];
  const year = programme.roundYear === null ? "" : `${programme.roundYear}年度`;
  const body: Block[] = [
    large(
      `您（单位）${printedDay(receivedOn)}对${year}${programme.name}公示单位“${organization}”提出的异议已经办理：${decided}（${articles.act}）。`,
    ),
    heading(2, "查证情况和理由"),
    ...prose(finding),
    ...(reply === "" ? [] : [heading(2, "答复"), ...prose(reply)]),
  ];
  return letterDocument(
    {
      title,
      number: "",
      addressee: `异议人（受理编号 ${receiptNumber}）`,
      body,
      meaning: meaningOf(objection),
      enclosures: [],
      office: objection.office,
      day: objection.decidedOn,
    },
    options,
  );
}

function meaningOf({ outcome, articles }: ObjectionReply): Meaning {
  const open = `不影响您继续监督：以后发现问题，随时可以反映（${articles.supervision}）。`;
  switch (outcome) {
    case "inadmissible":
      return {
        means: [`不按公示异议查证；反映的情况作为监督线索留存（${articles.supervision}）。`],
        doesNotMean: ["不是对反映的情况真假的结论。", open],
      };
    case "upheld":
      return {
        means: [`被异议的这一件申报不予认定，公示的其他单位照常办理（${articles.act}）。`],
        doesNotMean: ["不是对该单位已有资格的处理。", open],
      };
    case "dismissed":
      return {
        means: [`被异议的这一件申报按无异议继续办理（${articles.act}）。`],
        doesNotMean: ["不是对您提出异议的否定。", open],
      };
  }
}
