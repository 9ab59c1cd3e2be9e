import { printedDay } from "../annexes/values.ts";
import { heading } from "../description/build.ts";
import type { PrintedDocument } from "../description/description.ts";
import { large, letterDocument, prose } from "../letters/letter.ts";
import type { PaperOptions } from "../papers/paper.ts";

/** The announcement of an appraisal to one unit. */
export interface AppraisalInvitation {
  readonly programme: string;
  readonly organization: string;
  readonly platform: string;
  readonly office: string;
  /** YYYY-MM-DD, Asia/Shanghai. */
  readonly notifiedOn: string;
  readonly takesPlaceOn: string;
  /** What is looked at and what to bring. */
  readonly content: string;
  readonly article: string;
}

/** 考核通知书. */
export function appraisalInvitation(invitation: AppraisalInvitation, options: PaperOptions): PrintedDocument {
  const { programme, organization, platform, office, notifiedOn, takesPlaceOn, content, article } = invitation;
  return letterDocument(
    {
      title: "考核通知书",
      number: "",
      addressee: organization,
      body: [
        large(
          `定于${printedDay(takesPlaceOn)}对贵单位${programme}“${platform}”的服务开展情况进行考核，请按时参加（${article}）。`,
        ),
        heading(2, "考核内容和要求"),
        ...prose(content),
        heading(2, "不能参加怎么办"),
        large(
          `请在考核当天以前告诉${office}，写明原因。没有参加的，先听取贵单位的说明，再认定是不是无故（${article}）。`,
        ),
      ],
      meaning: {
        means: [`参加考核、提供真实的考核材料，是示范平台应当做到的（${article}）。`],
        doesNotMean: ["不是对贵单位的处理，也不表示已经发现问题。"],
      },
      enclosures: [],
      office,
      day: notifiedOn,
    },
    options,
  );
}
