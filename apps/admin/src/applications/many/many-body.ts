/** The acts that the server does on many cases in one request. */
export const manyActs = ["receive", "propose", "not-propose", "certify"] as const;
export type ManyAct = (typeof manyActs)[number];

type Seen = { readonly id: string; readonly revision: number };

/** What one form says of all: a certification is one document for all, a reason is given with each. */
export function manyBodyOf(act: ManyAct, cases: readonly Seen[], body: Readonly<Record<string, unknown>>): object {
  const seen = cases.map(({ id, revision }) => ({ id, revision }));
  if (act === "certify") return { act, ...body, applications: seen };
  return { act, applications: seen.map((each) => ({ ...each, ...body })) };
}
