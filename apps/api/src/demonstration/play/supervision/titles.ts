import type { DemonstrationCase } from "../../cast.ts";
import type { Stage } from "../stage.ts";
import { imported } from "../titles.ts";

/**
 * What becomes of a title of the first round after its certificate, in the order of their organizations. Whatever comes after these, and the titles of
 * the other rounds, does what the law asks for.
 */
export const parts = [
  "recommended",
  "cancelled",
  "revoked",
  "rectifying",
  "absent",
  "reinstated",
  "appraised",
  "reported_late",
  "changed",
  "returned",
  "deciding",
  "appraising",
] as const;
export type Part = (typeof parts)[number];

/** A title of the demonstration with whom it belongs to. */
export type SupervisedTitle = {
  readonly id: string;
  readonly path: string;
  readonly organizationId: string;
  readonly district: string;
  readonly platformName: string;
  /** The account that acts for its platform. */
  readonly mailbox: string;
  readonly round: 0 | 1 | "imported";
  readonly part: Part | null;
};

type Title = { id: string; organizationId: string; platformName: string };

/** The titles that are looked after: those of the two rounds that are over, and the imported one that runs. */
export async function supervisedTitles(
  stage: Stage,
  cases: readonly DemonstrationCase[],
): Promise<readonly SupervisedTitle[]> {
  const certified = cases.filter(({ goal }) => goal === "certified");
  const first = certified.filter(({ round }) => round === 0);
  const holders = [
    ...first.map(({ organization }, at) => ({ ...organization, round: 0 as const, part: parts[at] ?? null })),
    ...certified
      .filter(({ round }) => round === 1)
      .map(({ organization }) => ({ ...organization, round: 1 as const, part: null })),
    { ...imported, round: "imported" as const, part: null },
  ];
  const titles: SupervisedTitle[] = [];
  for (const { mailbox, district, round, part } of holders) {
    const platform = await stage.person(mailbox);
    const { body } = await platform.read<Title[]>("/api/v1/certifications");
    const [title] = body;
    if (title === undefined) throw new Error(`${mailbox} has no title`);
    const path = `/api/v1/certifications/${title.id}`;
    const { id, organizationId, platformName } = title;
    titles.push({ id, organizationId, platformName, path, district, mailbox, round, part });
  }
  return titles;
}

/** Those that have to do for a year what the law asks for: those that were not ended before its second half. */
export function standing(titles: readonly SupervisedTitle[]): readonly SupervisedTitle[] {
  return titles.filter(({ part }) => part !== "cancelled" && part !== "revoked");
}

/** Those of the rounds before the second one, the imported one among them. */
export function ofFirstYears(titles: readonly SupervisedTitle[]): readonly SupervisedTitle[] {
  return titles.filter(({ round }) => round !== 1);
}

/** The title that plays a part, where the cast is large enough for it. */
export function playing(titles: readonly SupervisedTitle[], part: Part): SupervisedTitle | undefined {
  return titles.find((title) => title.part === part);
}
