import type { ApplicationFindings, FormPart } from "@shifan/contract";

export type Finding = ApplicationFindings["findings"][number];

/** What the cross-checks found in a part: at its fields, in its rows, and all of it once. */
export type PlacedFindings = {
  readonly all: readonly Finding[];
  readonly ofField: ReadonlyMap<string, readonly Finding[]>;
  /** By the place of the row, from 0. */
  readonly ofRow: ReadonlyMap<number, readonly Finding[]>;
};

const into = <Key>(map: Map<Key, Finding[]>, key: Key, finding: Finding) => {
  const present = map.get(key) ?? [];
  if (!present.includes(finding)) map.set(key, [...present, finding]);
};

/** Puts findings where they belong by the pointers that they name: /sections/basics/employees, /lists/served/3/phone. */
export function placeFindings(
  findings: readonly Finding[],
  { kind, id }: Pick<FormPart, "kind" | "id">,
): PlacedFindings {
  const root = `/${kind === "section" ? "sections" : "lists"}/${id}`;
  const ofField = new Map<string, Finding[]>();
  const ofRow = new Map<number, Finding[]>();
  const all: Finding[] = [];
  for (const finding of findings) {
    const own = finding.fields.filter((pointer) => pointer === root || pointer.startsWith(`${root}/`));
    if (own.length > 0) all.push(finding);
    for (const pointer of own) {
      const [first = "", second] = pointer.slice(root.length + 1).split("/");
      if (kind === "section" && first !== "") into(ofField, first, finding);
      if (kind === "list" && first !== "" && second !== undefined) into(ofRow, Number(first), finding);
    }
  }
  return { all, ofField, ofRow };
}
