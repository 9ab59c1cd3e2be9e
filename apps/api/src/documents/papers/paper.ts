import type { PolicyDocument } from "@shifan/rules";
import type { Stamp } from "../description/description.ts";

/** What every paper is told that it cannot know. */
export interface PaperOptions {
  /** Null: a blank paper. */
  readonly stamp: Stamp | null;
  readonly demonstration: boolean;
  /** YYYY-MM-DD, Asia/Shanghai. */
  readonly madeOn: string;
}

/** The programme a paper belongs to, in the words of the policy and the round. */
export interface Programme {
  /** What is certified, such as 郑州市中小企业公共服务示范平台. */
  readonly name: string;
  /** 申报年度; null where the paper belongs to no round. */
  readonly roundYear: number | null;
}

/** What a policy certifies, out of its title. */
export function programmeName({ title }: Pick<PolicyDocument, "title">): string {
  return title.replace(/认定管理.*$/u, "");
}
