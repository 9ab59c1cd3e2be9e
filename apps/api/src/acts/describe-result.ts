import type { ActResult } from "@shifan/contract";
import { refusalDetail } from "./answer.ts";
import type { ActOutcome } from "./outcome.ts";

/** What became of one case, of many, for the answer. */
export function describeResult(applicationId: string, outcome: ActOutcome<unknown>): ActResult {
  const nothing = { applicationId, detail: null, article: null, revision: null, errors: [] };
  switch (outcome.kind) {
    case "accepted":
      return { ...nothing, outcome: "accepted", revision: outcome.revision };
    case "unknown":
      return { ...nothing, outcome: "unknown_record", detail: refusalDetail("unknown_record", {}) };
    case "stale":
      return { ...nothing, outcome: "stale", detail: refusalDetail("stale", {}), revision: outcome.revision };
    case "invalid":
      return {
        ...nothing,
        outcome: "invalid_input",
        detail: refusalDetail("invalid_input", {}),
        errors: [...outcome.errors],
      };
    case "refused": {
      const { code, params, article } = outcome;
      return { ...nothing, outcome: code, detail: refusalDetail(code, params), article };
    }
  }
}
