import type { ApplicationState } from "@shifan/rules";

/** The way of a case that goes well. */
const way = [
  "submitted",
  "accepted",
  "surveyed",
  "recommended",
  "received",
  "reviewed",
  "proposed",
  "in_publicity",
  "certified",
] as const satisfies readonly ApplicationState[];

/** States beside the way, by the last stage that such a case has surely reached. */
const beside: Readonly<Partial<Record<ApplicationState, (typeof way)[number] | null>>> = {
  draft: null,
  returned: "submitted",
  not_recommended: "accepted",
  not_selected: "reviewed",
  objected: "in_publicity",
};

export type Stage = { readonly state: ApplicationState; readonly standing: "behind" | "here" | "ahead" };

/** The stages of a case, and where it stands; one that ended beside the way ends with its own state. */
export function stagesOf(state: ApplicationState): readonly Stage[] {
  const at = (way as readonly string[]).indexOf(state);
  if (at >= 0) {
    return way.map((each, place) => ({
      state: each,
      standing: place < at ? "behind" : place === at ? "here" : "ahead",
    }));
  }
  const last = beside[state];
  const reached = last === undefined || last === null ? -1 : (way as readonly string[]).indexOf(last);
  const behind = way.slice(0, reached + 1).map((each) => ({ state: each, standing: "behind" as const }));
  const isOver = !["draft", "returned", "objected"].includes(state);
  const ahead = isOver ? [] : way.slice(reached + 1).map((each) => ({ state: each, standing: "ahead" as const }));
  return [...behind, { state, standing: "here" }, ...ahead];
}
