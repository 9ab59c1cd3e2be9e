import type { FormList, FormValue, FormValues } from "./forms.ts";
import { normaliseName } from "./texts.ts";

/** One person or body of a list, with all rows that name it. */
export interface Body {
  /** The values of its rows taken together. */
  readonly values: FormValues;
  /** Positions of its rows, in order. */
  readonly rows: readonly number[];
  readonly name: string;
  readonly code: string | null;
  /** Equal for the same name. */
  readonly likeness: string;
}

const textOf = (value: FormValue | null | undefined): string => (value == null ? "" : String(value));

type Identity = NonNullable<FormList["document"]["identity"]>;

function merge(list: FormList, { prevails }: Identity, rows: readonly FormValues[]): FormValues {
  const [first = {}] = rows;
  if (rows.length === 1) return first;
  const values: Record<string, FormValue | null> = {};
  for (const { id } of list.columns) {
    const given = rows.map((row) => row[id]).filter((value) => value != null);
    const prevailing = prevails[id]?.find((value) => given.includes(value));
    values[id] = prevailing ?? given[0] ?? null;
  }
  return values;
}

/**
 * The distinct persons or bodies of a list: the same code, else the same name. A row without a code belongs to the code
 * that its name has in another row. Rows that name nobody are left out.
 */
export function bodiesOf(list: FormList, rows: readonly FormValues[]): Body[] {
  const { identity } = list.document;
  if (!identity) return [];
  const [nameColumn = ""] = identity.alike;
  const named = rows.map((row, index) => {
    const code = identity.code === undefined ? "" : textOf(row[identity.code]);
    const name = textOf(row[nameColumn]);
    const likeness = name === "" ? "" : identity.alike.map((column) => normaliseName(textOf(row[column]))).join("\n");
    return { row, index, code, name, likeness };
  });
  const codes = new Map<string, string>();
  for (const { code, likeness } of named) {
    if (code !== "" && !codes.has(likeness)) codes.set(likeness, code);
  }
  const groups = new Map<string, typeof named>();
  for (const each of named) {
    if (each.code === "" && each.likeness === "") continue;
    const code = each.code === "" ? codes.get(each.likeness) : each.code;
    const key = code === undefined ? `name ${each.likeness}` : `code ${code}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((group) => {
    const code = group.find((each) => each.code !== "")?.code ?? null;
    return {
      values: merge(
        list,
        identity,
        group.map(({ row }) => row),
      ),
      rows: group.map(({ index }) => index),
      name: group.find(({ name }) => name !== "")?.name ?? code ?? "",
      code,
      likeness: group.find(({ likeness }) => likeness !== "")?.likeness ?? "",
    };
  });
}
