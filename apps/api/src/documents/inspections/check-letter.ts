import { printedDay } from "../annexes/values.ts";
import { heading } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { large, letterDocument, type Meaning, prose } from "../letters/letter.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** What a unit is told of a check that it did not pass. */
export interface CheckLetter {
  readonly programme: string;
  readonly kind: string;
  /** How it went, as a clause: 结论是：不合格. */
  readonly told: string;
  readonly organization: string;
  readonly platform: string;
  readonly office: string;
  /** YYYY-MM-DD, Asia/Shanghai: when it took place, when it was recorded, and the last day to answer, until its 24:00. */
  readonly carriedOutOn: string;
  readonly recordedOn: string;
  readonly answerUntil: string;
  readonly findings: string;
  /** In the words of the policy. */
  readonly meaning: Meaning;
  readonly articles: {
    /** On which the check rests. */
    readonly act: string;
    /** On which the right to be heard rests. */
    readonly answer: string;
  };
}

/** 检查、抽查、考核结果通知书: finding, article, what it means and does not mean, last day to answer. */
export function checkLetter(letter: CheckLetter, options: PaperOptions): PrintedDocument {
  const { programme, kind, told, organization, platform, office, carriedOutOn, recordedOn, answerUntil } = letter;
  const { findings, meaning, articles } = letter;
  const body: Block[] = [
    large(
      `${printedDay(carriedOutOn)}，${office}对贵单位${programme}“${platform}”进行${kind}，${told}（${articles.act}）。`,
    ),
    heading(2, "发现的情况"),
    ...prose(findings),
    heading(2, "怎么说明"),
    large(
      `对上述情况有不同意见，或有新的材料，请在${printedDay(answerUntil)}24:00前书面告知${office}；贵单位的说明和本结论放在一起，随后的每一步都看得到（${articles.answer}）。`,
    ),
  ];
  return letterDocument(
    {
      title: `${kind}结果通知书`,
      number: "",
      addressee: organization,
      body,
      meaning,
      enclosures: [],
      office,
      day: recordedOn,
    },
    options,
  );
}
