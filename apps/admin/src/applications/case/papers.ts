import type { Application } from "@shifan/contract";
import { pathOf } from "../../api/data-provider.ts";
import { applicationTexts as texts } from "../texts.ts";

/** A paper that the server prints of a case. */
export type Paper = { readonly id: string; readonly title: string; readonly note: string; readonly path: string };

type Kind = {
  readonly id: keyof typeof texts.paperTitles;
  /** The act of the table of access by which it is printed. */
  readonly act: string;
  /** Below the address of the case. */
  readonly parts: readonly string[];
  /** Letters are there once what they tell of was decided. */
  readonly isDecided?: (application: Application) => boolean;
};

const document = (id: Kind["id"]): Kind => ({ id, act: "print", parts: ["documents", id] });
const letter = (id: Kind["id"], act: string, isDecided: (application: Application) => boolean): Kind => ({
  id,
  act,
  parts: ["letters", id],
  isDecided,
});
const kinds: readonly Kind[] = [
  document("annex_1"),
  document("annex_2"),
  document("annex_3"),
  document("packet"),
  document("receipt"),
  document("call_sheet"),
  { id: "self_check", act: "print", parts: ["self-check-report"] },
  letter("return_notice", "print-district-letter", ({ returned }) => returned !== null),
  letter("not_recommended", "print-district-letter", ({ state }) => state === "not_recommended"),
  letter("not_selected", "print-city-letter", ({ state }) => state === "not_selected"),
  letter("not_certified", "print-city-letter", ({ state }) => state === "rejected"),
];

/**
 * The papers of a case, by what the person may ever do. What is not there yet – a recommendation before the survey is done – the server says when
 * it is opened.
 */
export function papersOf(application: Application, acts: readonly string[]): readonly Paper[] {
  return kinds
    .filter(({ act, isDecided = () => true }) => acts.includes(act) && isDecided(application))
    .map(({ id, parts }) => ({
      id,
      title: texts.paperTitles[id],
      note: texts.paperNotes[id],
      path: pathOf("applications", application.id, ...parts),
    }));
}
