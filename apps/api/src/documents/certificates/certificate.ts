import type { CertificationRow } from "@shifan/db";
import { printedDay } from "../annexes/values.ts";
import type { PrintedDocument } from "../description/description.ts";
import type { PaperOptions } from "../papers/paper.ts";
import { qrCode } from "./qr-code.ts";

export interface CertificateOf {
  readonly certification: Pick<
    CertificationRow,
    "certificateNumber" | "documentNumber" | "platformName" | "validFrom" | "validTo"
  >;
  /** The organization's name on the first day of validity. */
  readonly organization: string;
  readonly uscc: string;
  /** 综合性平台, 专业性平台. */
  readonly platformType: string;
  /** What the title is called, such as 郑州市中小企业公共服务示范平台. */
  readonly title: string;
  readonly issuer: string;
  /** Where everybody can check the number. */
  readonly checkUrl: string;
  /** On which the title rests. */
  readonly article: string;
}

/**
 * 证书: one page across, to be hung up. It says where today's state can be seen, as a paper cannot know that its title has ended since.
 *
 * @throws Error for a title without a number, which has no certificate
 */
export function certificateDocument(of: CertificateOf, options: PaperOptions): PrintedDocument {
  const { certification, organization, uscc, platformType, title, issuer, checkUrl, article } = of;
  const { certificateNumber: number, documentNumber, platformName, validFrom, validTo } = certification;
  if (number === null) throw new Error("A title without a number has no certificate");
  return {
    title: `${title}证书 ${number}`,
    sheets: [
      {
        title: `证书 ${number}`,
        part: organization,
        blocks: [
          {
            kind: "certificate",
            title,
            number: `证书编号：${number}`,
            organization,
            statement: `${platformName}，经推荐、评审和公示，认定为${title}（${platformType}）。`,
            facts: [
              { label: "统一社会信用代码", value: uscc },
              { label: "有效期", value: `${printedDay(validFrom)}至${printedDay(validTo)}（含当日）` },
              { label: "认定文件", value: `${documentNumber}（${article}）` },
            ],
            issuer,
            day: printedDay(validFrom),
            code: qrCode(checkUrl),
            codeNote: ["扫码核对证书现在的状态", checkUrl],
          },
        ],
      },
    ],
    ...options,
  };
}
