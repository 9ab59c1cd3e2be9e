import { printedDay } from "../annexes/values.ts";
import { heading } from "../description/build.ts";
import type { Block, PrintedDocument } from "../description/description.ts";
import { large, letterDocument, type Meaning, prose } from "../letters/letter.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** What was found of an appraisal after the unit was heard. */
export interface FindingLetter {
  readonly programme: string;
  readonly kind: string;
  readonly organization: string;
  readonly platform: string;
  readonly office: string;
  /** YYYY-MM-DD, Asia/Shanghai: the day of the appraisal, that of the finding, and the last day to answer; null where the finding is not against the unit. */
  readonly takesPlaceOn: string;
  readonly foundOn: string;
  readonly answerUntil: string | null;
  readonly finding: string;
  /** 合格 or 不合格 where the appraisal has its result only now; else empty. */
  readonly result: string;
  readonly hearing: string;
  readonly meaning: Meaning;
  readonly articles: { readonly act: string; readonly answer: string };
}

/** 认定通知书: what the hearing brought, what it means and does not mean, last day to answer. */
export function findingLetter(letter: FindingLetter, options: PaperOptions): PrintedDocument {
  const { programme, kind, organization, platform, office, takesPlaceOn, foundOn, answerUntil } = letter;
  const result = letter.result === "" ? "" : `，这次${kind}的结论是：${letter.result}`;
  const body: Block[] = [
    large(
      `${printedDay(takesPlaceOn)}对贵单位${programme}“${platform}”进行的${kind}，听取贵单位说明以后，认定：${letter.finding}${result}（${letter.articles.act}）。`,
    ),
    heading(2, "听取说明的情况和理由"),
    ...prose(letter.hearing),
    ...(answerUntil === null
      ? []
      : [
          heading(2, "怎么说明"),
          large(
            `对这一认定有不同意见，请在${printedDay(answerUntil)}24:00前书面告知${office}；贵单位的说明和认定放在一起（${letter.articles.answer}）。`,
          ),
        ]),
  ];
  return letterDocument(
    {
      title: `${kind}认定通知书`,
      number: "",
      addressee: organization,
      body,
      meaning: letter.meaning,
      enclosures: [],
      office,
      day: foundOn,
    },
    options,
  );
}
