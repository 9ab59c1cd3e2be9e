import { type AuditChange, labelOfValue } from "@shifan/contract";
import type { Json, StateChange } from "@shifan/db";
import { type Policy, parseDate, spellDate } from "@shifan/rules";
import { dayInShanghai, parseInstant } from "../../clock.ts";
import { platformTypeName } from "../../papers/platform-type.ts";
import { isPersonal, type Leaf, leavesOf } from "./leaves.ts";
import { labelOfPlace } from "./places.ts";
import { unshownFields } from "./unshown.ts";

/** With what the changes of a record are put into words. */
export type Wording = {
  readonly resource: string;
  readonly policy: Policy;
  /** What people are called, by their accounts. */
  readonly names: ReadonlyMap<string, string>;
  /** Fields that the reader is not shown yet, with all that is in them. */
  readonly sealed: ReadonlySet<string>;
};

/** Longer texts are cut: the record itself has them whole. */
const longest = 300;
const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What an act has changed, field by field: what the field is called, its old value and its new one. */
export function describeChanges(wording: Wording, changes: readonly StateChange[]): AuditChange[] {
  return changes.flatMap(leavesOf).flatMap((leaf) => {
    const field = fieldOf(leaf);
    if (field === null || unshownFields.has(field) || leaf.path.some((step) => wording.sealed.has(String(step))))
      return [];
    const [before, after] = [leaf.before, leaf.after].map((side) =>
      side === undefined ? null : spell(kindOf(wording, leaf), field, side),
    );
    if ((before ?? null) === null && (after ?? null) === null) return [];
    return [{ label: labelOfPlace(wording, leaf.path), before: before ?? null, after: after ?? null }];
  });
}

/** The accounts that changes name, whose names are to be looked up. */
export function accountsIn(changes: readonly StateChange[]): string[] {
  return changes.flatMap(leavesOf).flatMap(({ path, before, after }) => {
    const field = path.findLast((step) => typeof step === "string");
    return typeof field === "string" && isAccount(field)
      ? [before, after].filter((side): side is string => typeof side === "string")
      : [];
  });
}

function fieldOf({ path }: Leaf): string | null {
  const field = path.findLast((step) => typeof step === "string");
  return typeof field === "string" ? field : null;
}

const isAccount = (field: string) => /By$/.test(field) || field === "by";

/** Mandates have states of their own within their organization. */
function kindOf(wording: Wording, { path }: Leaf): Wording {
  return path.includes("mandates") ? { ...wording, resource: "mandates" } : wording;
}

/** A value in words; null for none. */
function spell(wording: Wording, field: string, value: Json): string | null {
  if (value === null || value === "") return null;
  if (isPersonal(value)) return "（个人信息，不留内容）";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return spellText(wording, field, value);
  if (!Array.isArray(value)) return "（有内容）";
  if (value.length === 0) return null;
  const texts = value.filter((each): each is string => typeof each === "string" && !isReference(each));
  if (texts.length !== value.length) return `${value.length}项`;
  return cut(texts.map((each) => spellText(wording, field, each)).join("、"));
}

/** Names of other records and fingerprints tell a reader nothing. */
const isReference = (text: string) => identifier.test(text) || /^[A-Za-z0-9_-]{43}$/.test(text);

function spellText({ resource, policy, names }: Wording, field: string, text: string): string {
  if (isAccount(field)) return names.get(text) ?? "（账号）";
  if (field === "district") return policy.document.districts.find(({ id }) => id === text)?.name ?? text;
  if (field === "platformType") return platformTypeName(policy, text);
  const label = labelOfValue(resource, field, text) ?? policy.document.forms.checks.find(({ id }) => id === text)?.code;
  if (label !== undefined) return label;
  if (parseDate(text) !== undefined) return spellDate(text);
  const instant = parseInstant(text);
  if (instant !== null) return spellInstant(instant);
  return isReference(text) ? "（已登记）" : cut(text);
}

/** 2026年6月10日9:30, in Shanghai. */
export function spellInstant(instant: Date): string {
  const [hours = "", minutes = ""] = new Date(instant.getTime() + 8 * 60 * 60 * 1_000)
    .toISOString()
    .slice(11, 16)
    .split(":");
  return `${spellDate(dayInShanghai(instant))} ${hours}:${minutes}`;
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest).join("")}……`;
}
