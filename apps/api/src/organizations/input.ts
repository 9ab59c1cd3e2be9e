import { checkUscc, type Policy, parseDate, suggestUscc } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";

/** The code as it is kept, or what is wrong with it, at its path, and what may have been meant. */
export function readUscc(text: string, path = "/uscc"): { uscc: string } | { errors: InputErrors } {
  const checked = checkUscc(text);
  if (checked.ok) return { uscc: checked.code };
  const meant = suggestUscc(text);
  const hint = meant.length === 0 ? "" : `；是不是${meant.slice(0, 3).join("或")}`;
  return { errors: [{ path, code: checked.problem, message: `统一社会信用代码核对不上，应为18位${hint}` }] };
}

/** The code as it is kept; the text as it is where that is no code. */
export function keptUscc(text: string): string {
  const read = readUscc(text);
  return "uscc" in read ? read.uscc : text;
}

export function checkDistrict(policy: Policy, district: string): InputErrors {
  if (policy.document.districts.some(({ id }) => id === district)) return [];
  const known = policy.document.districts.map(({ id, name }) => `${id}（${name}）`).join("、");
  return [{ path: "/district", code: "not_allowed", message: `只能是：${known}` }];
}

/** A day from which something holds: a real one, and not one still to come. */
export function checkDay(day: string, path: string, today: string): InputErrors {
  if (parseDate(day) === undefined) return [{ path, code: "no_such_day", message: "没有这一天，请再核对一下日期" }];
  return day > today ? [{ path, code: "in_the_future", message: "这一天还没有到" }] : [];
}
