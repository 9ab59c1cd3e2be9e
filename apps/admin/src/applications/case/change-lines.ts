import type { ApplicationChanges } from "@shifan/contract";
import { applicationTexts as texts } from "../texts.ts";

/** One thing that is not what it was; null where there was or is nothing. */
export type ChangeLine = {
  readonly key: string;
  readonly where: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** The changes one below the other: first the materials, then the fields, then the lists. */
export function changeLinesOf({ materials, sections, lists }: ApplicationChanges): readonly ChangeLine[] {
  return [
    ...materials.map(({ id, title, addedFileIds, removedFileIds, isOnPaper, wasOnPaper }) => ({
      key: id,
      where: `${id} ${title}`,
      before: partsOf(texts.filesRemoved, removedFileIds.length, wasOnPaper && !isOnPaper),
      after: partsOf(texts.filesAdded, addedFileIds.length, isOnPaper && !wasOnPaper),
    })),
    ...sections.flatMap(({ id, title, fields }) =>
      fields.map(({ field, label, before, after }) => ({
        key: `${id} ${field}`,
        where: `${title}：${label}`,
        before,
        after,
      })),
    ),
    ...lists.flatMap(({ id, title, rows }) =>
      rows.flatMap(({ kind, numberBefore, numberAfter, name, fields }) => {
        const row = `${title}：${texts.rowKinds[kind]}${texts.row(numberAfter ?? numberBefore ?? 0)}${name ?? ""}`;
        const key = `${id} ${numberBefore} ${numberAfter}`;
        if (fields.length === 0) return [{ key, where: row, before: null, after: null }];
        return fields.map(({ field, label, before, after }) => ({
          key: `${key} ${field}`,
          where: `${row}　${label}`,
          before,
          after,
        }));
      }),
    ),
  ];
}

function partsOf(files: (count: number) => string, count: number, isOnPaper: boolean): string | null {
  const parts = [...(count === 0 ? [] : [files(count)]), ...(isOnPaper ? [texts.onPaper] : [])];
  return parts.length === 0 ? null : parts.join("、");
}
