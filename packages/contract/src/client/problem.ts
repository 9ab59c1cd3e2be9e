import type { ProblemCode } from "../problems/codes.ts";
import type { FieldError, ProblemDocument } from "../problems/schema.ts";

/** Why a call was refused, as the server said it; `unreadable` when the answer was not the server's (a proxy's page, a broken body). */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly code: ProblemCode | "unreadable";
  readonly title: string;
  /** What to do next, in Chinese. */
  readonly detail: string;
  readonly requestId: string | null;
  /** The article on which it rests; null where it rests on none. */
  readonly article: string | null;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before trying again, where the server named them. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, document: Partial<ProblemDocument>, retryAfterSeconds: number | null) {
    const title = document.title ?? "暂时联系不上服务";
    super(document.detail === undefined ? title : `${title}：${document.detail}`);
    this.status = status;
    this.code = document.code ?? "unreadable";
    this.title = title;
    this.detail = document.detail ?? "请稍后再试。";
    this.requestId = document.requestId ?? null;
    this.article = document.article ?? null;
    this.errors = document.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function isDocument(body: unknown): body is ProblemDocument {
  return typeof body === "object" && body !== null && "code" in body && "title" in body && "detail" in body;
}

/** Reads a refusal. Never throws: an unreadable body becomes a problem with code `unreadable`. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return new Problem(response.status, isDocument(body) ? body : {}, Number.isNaN(seconds) ? null : seconds);
}
