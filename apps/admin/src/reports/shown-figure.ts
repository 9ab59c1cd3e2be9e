import type { ReportFigureView } from "@shifan/contract";

/** A figure or a choice as people read it; a dash where it was not filled in. */
export function shownFigure({ value, options }: Pick<ReportFigureView, "value" | "options">): string {
  if (value === null || value === "") return "—";
  if (typeof value === "boolean") return value ? "是" : "否";
  const words = (Array.isArray(value) ? value : [value]).map(
    (each) => options.find((option) => option.value === String(each))?.label ?? String(each),
  );
  return words.join("、");
}

/** How a figure moved: +3（+33.33%）. Where it was nothing before, no percentage can be told. */
export function signed(difference: string, percent: string | null): string {
  const plus = (number: string) => (number.startsWith("-") || /^0(\.0+)?$/.test(number) ? number : `+${number}`);
  return percent === null ? plus(difference) : `${plus(difference)}（${plus(percent)}%）`;
}
