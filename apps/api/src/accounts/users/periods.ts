import type { FieldError, GrantRole } from "@shifan/contract";
import { parseDate } from "@shifan/rules";

/** What is wrong with a period of days in Shanghai, both included. One that has ended already is of no use. */
export function periodFaults(
  { from, until }: { from: string; until: string | null },
  today: string,
  path: string,
): FieldError[] {
  const unreal = Object.entries({ from, until }).flatMap(([name, day]) =>
    day !== null && parseDate(day) === undefined
      ? [{ path: `${path}/${name}`, code: "format", message: "没有这一天" }]
      : [],
  );
  if (unreal.length > 0 || until === null) return unreal;
  if (until < from) return [{ path: `${path}/until`, code: "invalid", message: "最后一天不能早于第一天" }];
  if (until < today) return [{ path: `${path}/until`, code: "invalid", message: "最后一天不能早于今天" }];
  return [];
}

/** What is wrong with a role that is to be given: its district, its period. */
export function roleFaults(
  { role, district, from, until }: GrantRole,
  context: { today: string; isDistrict(id: string): boolean },
  path: string,
): FieldError[] {
  const fault = (name: string, code: string, message: string) => [{ path: `${path}/${name}`, code, message }];
  if (role === "district" && district === undefined)
    return fault("district", "required", "区县（市）工作人员要写明辖区");
  if (role !== "district" && district !== undefined)
    return fault("district", "invalid", "只有区县（市）工作人员有辖区");
  if (district !== undefined && !context.isDistrict(district))
    return fault("district", "not_allowed", "没有这个区县（市）");
  if (role === "auditor" && until === undefined) return fault("until", "required", "监察、审计人员的账号要写明到哪天");
  return periodFaults({ from: from ?? context.today, until: until ?? null }, context.today, path);
}
