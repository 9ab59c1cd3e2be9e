import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgresql } from "@shifan/db/testing";
import { read, signIn } from "../procedure.ts";
import { publishList } from "../publicity.ts";
import { settableClock, startServer } from "../server.ts";
import { addProposedCases, roundId } from "./list/proposed-cases.ts";

/** How long the publication and the certification of the list may take together. */
const limitSeconds = 10;

interface EngineFindings {
  readonly engine: "embedded" | "postgresql";
  readonly publishedMilliseconds: number;
  readonly certifiedMilliseconds: number;
}

export interface ListFindings {
  readonly cases: number;
  readonly limitSeconds: number;
  readonly engines: readonly EngineFindings[];
}

/**
 * Publishes a list of proposed cases and certifies all of them in one call, over HTTP as the console does, on both engines.
 *
 * @throws Error when a case is not certified, or when both together take longer than they may
 */
export async function proveList(
  { size }: { readonly size: number },
  say: (line: string) => void = () => {},
): Promise<ListFindings> {
  const folder = await mkdtemp(join(tmpdir(), "shifan-list-"));
  const postgresql = await startPostgresql();
  try {
    const engines = [];
    const url = await postgresql.createDatabase();
    for (const [engine, location, server] of [
      ["embedded", { directory: join(folder, "database") }, { dataDirectory: folder }],
      ["postgresql", { url }, { databaseUrl: url }],
    ] as const) {
      await addProposedCases(location, size);
      const found = { engine, ...(await certifyList(server, size)) };
      say(`${engine}: published in ${found.publishedMilliseconds} ms, certified in ${found.certifiedMilliseconds} ms`);
      engines.push(found);
      if (found.publishedMilliseconds + found.certifiedMilliseconds > limitSeconds * 1_000) {
        throw new Error(`${size} cases took longer than ${limitSeconds} s on ${engine}: ${JSON.stringify(found)}`);
      }
    }
    return { cases: size, limitSeconds, engines };
  } finally {
    await postgresql.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function certifyList(options: { dataDirectory?: string; databaseUrl?: string }, size: number) {
  const clock = await settableClock();
  const server = await startServer({ ...options, settings: { DEMO: "accounts", SHIFAN_NOW: clock.setting } });
  try {
    const city = await signIn(server.url, "city");
    const [publishedMilliseconds, list] = await time(() =>
      publishList(city, roundId, { startsOn: "2026-06-10", officialPublishedOn: "2026-06-10" }),
    );
    await clock.set("2026-06-30T09:30:00+08:00");
    const filter = encodeURIComponent(JSON.stringify({ roundId }));
    const applications: { id: string; revision: number }[] = [];
    while (applications.length < size) {
      const range = encodeURIComponent(JSON.stringify([applications.length, applications.length + 99]));
      const page = await read<typeof applications>(city, `/api/v1/applications?filter=${filter}&range=${range}`);
      if (page.body.length === 0) throw new Error(`only ${applications.length} of ${size} cases are listed`);
      applications.push(...page.body.map(({ id, revision }) => ({ id, revision })));
    }
    const document = { act: "certify", documentNumber: "郑工信〔2026〕88号", certifiedOn: "2026-06-30" };
    const [certifiedMilliseconds, answer] = await time(() =>
      city.call("/api/v1/applications/acts", { json: { ...document, applications } }),
    );
    const { results } = answer.body as { results?: { outcome: string }[] };
    const accepted = results?.filter(({ outcome }) => outcome === "accepted").length;
    if (accepted !== size || list.cases.length !== size) {
      throw new Error(`${accepted} of ${size} cases were certified: ${answer.status}`);
    }
    return { publishedMilliseconds, certifiedMilliseconds };
  } finally {
    await server.stop();
  }
}

async function time<Result>(run: () => Promise<Result>): Promise<[number, Result]> {
  const begun = performance.now();
  const result = await run();
  return [Math.round(performance.now() - begun), result];
}
