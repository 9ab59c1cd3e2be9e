import type { Policy } from "@shifan/rules";

type Ask = Policy["document"]["questions"][number]["ask"];

/** Who knows, by the policy's name for them. */
export const askWhom: Readonly<Record<Ask, string>> = {
  finance: "财务",
  personnel: "人事",
  business: "业务",
  office: "行政办公",
  registry: "证书和决定文件",
};

/** What to do to find out: people are asked, papers are looked at. */
export function whereToTurn(ask: Ask): string {
  return `${ask === "registry" ? "看" : "问"}${askWhom[ask]}`;
}

export const materialStatusWords = {
  not_applicable: "不适用",
  unknown: "待确认",
  missing: "还缺",
  invalid: "要更正",
  valid: "可用",
  present_unchecked: "已有，内容待核",
} as const;

/** How the law's force stands, shown with every result. */
export const inForceWords = {
  confirmed: "办法现行有效",
  unconfirmed: "办法是否现行有效待市工信局确认",
  ended: "办法已停止执行",
} as const;
