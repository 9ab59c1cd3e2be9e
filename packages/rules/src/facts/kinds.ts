import { PolicyError } from "../policy/error.ts";
import type { FactDocument, PolicyDocument } from "../policy/schema.ts";

/** How a fact's value is held: quantities as scaled integers, choices as positions, sets as bits, texts as they are. */
export type Kind = "money" | "number" | "int" | "year" | "date" | "bool" | "enum" | "set" | "text" | "uscc";

export interface FactKind {
  readonly kind: Kind;
  /** Decimal digits of the scaled integer; 0 for whole things. */
  readonly digits: number;
  /** Allowed values of enum and set, in the policy's order. */
  readonly values: readonly string[];
  readonly negative: boolean;
}

const digitsOf: Record<Kind, number> = {
  money: 2,
  number: 4,
  int: 0,
  year: 0,
  date: 0,
  bool: 0,
  enum: 0,
  set: 0,
  text: 0,
  uscc: 0,
};

/** Quantities are ordered and may be held as intervals. */
export function isQuantity(kind: Kind): boolean {
  return kind === "money" || kind === "number" || kind === "int" || kind === "year" || kind === "date";
}

/** So many fit into the bits of a set. */
const maximumOfSet = 31;

/**
 * Reads the type of a fact as the policy writes it ("money", "enum:a,b", "enum:districts", "set:x,y").
 * @throws PolicyError that names the fact whose type is none.
 */
export function kindOf(fact: FactDocument, districts: PolicyDocument["districts"]): FactKind {
  const [head = "", list] = fact.type.split(":");
  const kind = (head === "address" ? "text" : head) as Kind;
  const hasValues = kind === "enum" || kind === "set";
  const refuse = (what: string): never => {
    throw new PolicyError(`fact ${fact.id}: ${what} (${fact.type})`);
  };
  if (!Object.hasOwn(digitsOf, kind) || hasValues !== (list !== undefined)) refuse("unknown type");
  const values = !list ? [] : list === "districts" ? districts.map((district) => district.id) : list.split(",");
  if (hasValues && (values.includes("") || values.length === 0)) refuse("a value is empty");
  if (new Set(values).size < values.length) refuse("a value stands twice");
  if (kind === "set" && values.length > maximumOfSet) refuse(`more than ${maximumOfSet} values`);
  return { kind, digits: digitsOf[kind], values, negative: fact.negative ?? false };
}
