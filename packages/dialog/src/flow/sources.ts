import { fillText, type QuestionDocument } from "@shifan/rules";
import { type Years, yearTexts } from "./years.ts";

/** Facts of a question that one and the same party knows, and where they are to be found. */
export interface Source {
  readonly facts: readonly string[];
  readonly ask: QuestionDocument["ask"];
  readonly where: string | null;
}

/** Who knows these facts of a question: whom its screen names, and for some of them somebody else. */
export function sourcesOf(question: QuestionDocument, facts: readonly string[], years: Years): readonly Source[] {
  const asked = question.facts.filter((fact) => facts.includes(fact));
  const isElsewhere = (fact: string): boolean => question.elsewhere.some((other) => other.facts.includes(fact));
  const parties = [
    { facts: asked.filter((fact) => !isElsewhere(fact)), ask: question.ask, where: question.where },
    ...question.elsewhere.map((other) => ({ ...other, facts: asked.filter((fact) => other.facts.includes(fact)) })),
  ];
  return parties
    .filter((party) => party.facts.length > 0)
    .map((party) => ({ ...party, where: party.where === undefined ? null : fillText(party.where, yearTexts(years)) }));
}
