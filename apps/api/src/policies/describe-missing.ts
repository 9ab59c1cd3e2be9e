import type { PolicyIncomplete } from "@shifan/rules";
import type { PolicyCatalog } from "./catalog.ts";

/** What a policy version lacks for an act, in words. A figure that it does not state is named as another version states it. */
export function describeMissing({ missing }: PolicyIncomplete, catalog: PolicyCatalog): { detail: string } {
  const titled = (figure: string) =>
    catalog
      .all()
      .flatMap(({ document }) => document.lifecycle.parameters)
      .findLast(({ id }) => id === figure);
  const named = missing.kind === "figure" ? titled(missing.id)?.title : undefined;
  const unnamed = { figure: "这一步要用的一项数值", article: "这一步的依据条文", score_sheet: "专家评分表" };
  const what = named === undefined ? unnamed[missing.kind] : `“${named}”`;
  return { detail: `本事项适用的办法版本没有写明${what}，这一步暂时不能办理，也没有改动任何内容。请联系管理员。` };
}
