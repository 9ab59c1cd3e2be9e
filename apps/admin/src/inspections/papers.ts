import type { Inspection } from "@shifan/contract";
import { pathOf } from "../api/data-provider.ts";
import type { Paper } from "../pages/papers.tsx";
import { inspectionsTexts as texts } from "./texts.ts";

type Name = keyof typeof texts.paperNames;

/** The papers that there are by now. */
export function papersOfInspection(inspection: Inspection): readonly Paper[] {
  const { id, notifiedOn, recordedOn, answerUntil, foundOn, carriedOutOn } = inspection;
  const isThere: Readonly<Record<Name, boolean>> = {
    checklist: true,
    invitation: notifiedOn !== null,
    letter: recordedOn !== null && answerUntil !== null,
    finding: foundOn !== null,
    report: carriedOutOn !== null,
  };
  return (Object.keys(isThere) as Name[])
    .filter((name) => isThere[name])
    .map((name) => ({ label: texts.paperNames[name], path: pathOf("inspections", id, "papers", name) }));
}
