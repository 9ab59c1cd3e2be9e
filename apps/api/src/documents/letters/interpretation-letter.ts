import { printedDay } from "../annexes/values.ts";
import { heading } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import type { PaperOptions } from "../papers/paper.ts";
import { large, letterDocument, prose } from "./letter.ts";

/** The city's answer to an unclear passage (第十七条), addressed to everybody. */
export interface InterpretationLetter {
  /** The title of what is interpreted. */
  readonly policy: string;
  readonly article: string;
  readonly question: string;
  readonly answer: string;
  readonly documentNumber: string;
  /** YYYY-MM-DD; null while it is a draft that names none. */
  readonly fromOn: string | null;
  readonly issuedOn: string | null;
  /** YYYY-MM-DD; stands in for the day of issue on a draft. */
  readonly draftedOn: string;
  /** What it does to a reading of the policy, in a sentence; empty where nothing. */
  readonly effect: string;
  readonly isSuperseded: boolean;
  /** On which the city's power to interpret rests. */
  readonly ground: string;
  readonly office: string;
}

export function interpretationLetter(letter: InterpretationLetter, options: PaperOptions): PrintedDocument {
  const { policy, article, question, answer, fromOn, issuedOn, effect, ground } = letter;
  const isDraft = issuedOn === null;
  const title = `关于《${policy}》${article}的解释${isDraft ? "（草稿）" : ""}`;
  const body: Block[] = [
    ...(letter.isSuperseded ? [large("本解释已被以后的解释取代。")] : []),
    heading(2, "问题"),
    ...prose(question),
    heading(2, "答复"),
    ...prose(answer),
    large(`本解释由${letter.office}作出（${ground}）。`),
  ];
  const from = fromOn === null ? "从发布之日起适用。" : `从${printedDay(fromOn)}起适用。`;
  const meaning = {
    means: [from, ...(effect === "" ? [] : [effect])],
    doesNotMean: [`不溯及以前：在那以前作出的结论和已经开始的批次，仍按当时的口径（${ground}）。`],
  };
  return letterDocument(
    {
      title,
      number: letter.documentNumber,
      addressee: "",
      body,
      meaning,
      enclosures: [],
      office: letter.office,
      day: issuedOn ?? letter.draftedOn,
    },
    options,
  );
}
