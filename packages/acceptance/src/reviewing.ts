import type { Session } from "./browser-session.ts";
import { act, make, read, signIn } from "./procedure.ts";

/** An expert of the demonstration: the entry in the pool, and whoever signs in. */
export interface Expert {
  readonly id: string;
  readonly session: Session;
}

const mailboxes = ["expert", "expert2", "expert3"];

/** Takes the three experts of the demonstration into the pool, where they are not in it yet, and signs them in. @throws Error when one is not taken in */
export async function openPool(url: string, city: Session): Promise<readonly Expert[]> {
  const known = await read<{ id: string; email: string | null }[]>(city, "/api/v1/experts?range=[0,499]");
  const experts: Expert[] = [];
  for (const [at, mailbox] of mailboxes.entries()) {
    const email = `${mailbox}@demo.shifan`;
    const present = known.body.find((each) => each.email === email);
    if (present !== undefined) {
      experts.push({ id: present.id, session: await signIn(url, mailbox) });
      continue;
    }
    const made = await make(city, "/api/v1/experts", {
      name: `评审专家${at + 1}`,
      employer: `某某大学${at + 1}院`,
      position: "教授",
      fields: ["企业管理"],
      email,
    });
    if (made.status !== 201) throw new Error(`${mailbox} is not taken in: ${JSON.stringify(made.body)}`);
    experts.push({ id: (made.body as { id: string }).id, session: await signIn(url, mailbox) });
  }
  return experts;
}

export interface ReviewOfPanel {
  readonly id: string;
  readonly expert: { readonly id: string };
  readonly state: string;
}
interface Item {
  readonly id: string;
  readonly most: number;
}

/** Does an act of the city on the panel of a case, in the state in which it stands now. @throws Error when it is refused */
async function actOnPanel(city: Session, path: string, name: string, json: object): Promise<readonly ReviewOfPanel[]> {
  const { etag } = await read(city, `${path}/panel`);
  const { status, body } = await city.call(`${path}/${name}`, { json, headers: { "if-match": etag } });
  if (status !== 200) throw new Error(`${name} is refused: ${status} ${JSON.stringify(body)}`);
  return (body as { reviews: readonly ReviewOfPanel[] }).reviews;
}

/** A whole sheet of a total, its items filled up in their order. */
function sheetOf(items: readonly Item[], total: number): object {
  let left = total;
  const scored = items.map(({ id, most }) => {
    const points = Math.min(most, left);
    left -= points;
    return [id, { points, comment: "" }];
  });
  return { items: Object.fromEntries(scored), directions: {}, opinion: "材料真实，服务有成效。" };
}

/** One expert's way through one review: declares to have no interest, reads the papers, scores and locks. @throws Error when a step is refused */
async function score({ session }: Expert, reviewId: string, total: number): Promise<void> {
  const path = `/api/v1/reviews/${reviewId}`;
  const step = async (name: string, answered: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answered;
    if (status !== 200) throw new Error(`${name} is refused: ${status} ${JSON.stringify(body)}`);
  };
  await step("declare-conflict", act(session, path, "declare-conflict", { conflict: false }));
  await step("the papers", session.call(`${path}/papers`));
  const { body, etag } = await read<{ sheet: { items: readonly Item[] } }>(session, path);
  const json = sheetOf(body.sheet.items, total);
  await step("scores", session.call(`${path}/scores`, { method: "PUT", json, headers: { "if-match": etag } }));
  await step("submit", act(session, path, "submit"));
}

/**
 * Puts experts through a case that the city has received: chosen, scored with these totals in their order, and finished.
 *
 * @param dueOn the last day of scoring, YYYY-MM-DD
 * @param discussion what was said, where the totals lie far apart
 * @throws Error when a step is refused
 */
export async function reviewCase(
  city: Session,
  experts: readonly Expert[],
  applicationPath: string,
  {
    totals,
    dueOn,
    discussion = null,
  }: {
    totals: readonly number[];
    dueOn: string;
    discussion?: { readonly on: string; readonly record: string } | null;
  },
): Promise<void> {
  const reviews = await actOnPanel(city, applicationPath, "assign-experts", {
    method: "choice",
    expertIds: experts.map(({ id }) => id),
    reasons: "专业领域与申报的服务相符",
    dueOn,
  });
  await scoreReviews(experts, reviews, totals);
  await actOnPanel(city, applicationPath, "finish-review", { discussion });
}

/** Lets the experts score what waits for them, with these totals in their order. @throws Error when a step is refused */
export async function scoreReviews(
  experts: readonly Expert[],
  reviews: readonly ReviewOfPanel[],
  totals: readonly number[],
): Promise<void> {
  for (const [at, expert] of experts.entries()) {
    const own = reviews.find((review) => review.expert.id === expert.id && review.state === "assigned");
    if (own !== undefined) await score(expert, own.id, totals[at] ?? 0);
  }
}
