import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWhatIsMissing } from "./build.ts";
import { type Program, startProgram } from "./program.ts";
import { bundles } from "./repository.ts";

/** The day of every journey, 2026-06-10 in Shanghai; from there the clock runs on. */
export const journeyDay = "2026-06-10";
export const journeyInstant = `${journeyDay}T09:30:00+08:00`;

export interface ServerOptions {
  /** Kept when the server stops; by default a temporary folder that goes with the server. */
  readonly dataDirectory?: string;
  readonly databaseUrl?: string;
  /** A port to listen on again; by default any that is free. */
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** The built product, listening. */
export interface Server {
  readonly url: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly program: Program;
  /** Stops it in order and removes what it kept. */
  stop(): Promise<void>;
  /** kill -9; what it kept stays. */
  kill(): Promise<void>;
  /** The same product again, on the same port and data, after an orderly stop or a kill. */
  again(): Promise<Server>;
}

/** Starts the built API with a fixed clock and waits until it is ready to serve. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  await buildWhatIsMissing();
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), "shifan-acceptance-")));
  const program = startProgram(bundles.api, {
    PORT: String(options.port ?? 0),
    HOST: "127.0.0.1",
    DATA_DIR: dataDirectory,
    SHIFAN_NOW: journeyInstant,
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.settings,
  });
  const port = Number((await program.says(/http:\/\/localhost:(\d+)\//))[1]);
  const url = `http://127.0.0.1:${port}`;
  await requireReady(url);
  return {
    url,
    port,
    dataDirectory,
    program,
    stop: async () => {
      await program.stop();
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
    },
    kill: () => program.kill(),
    again: async () => {
      await program.stop();
      const next = await startServer({ ...options, dataDirectory, port });
      const stop = async () => {
        await next.stop();
        if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
      };
      return { ...next, stop };
    },
  };
}

/** Whoever says that it listens must be ready: database reachable, migrations applied. */
async function requireReady(url: string): Promise<void> {
  const response = await fetch(`${url}/readyz`);
  if (response.status !== 200) throw new Error(`not ready: ${response.status} ${await response.text()}`);
}

/** A clock that a test sets while the server runs: what SHIFAN_NOW takes, and the hand that moves it. It begins at the journeys' instant. */
export async function settableClock(): Promise<{ setting: string; set: (instant: string) => Promise<void> }> {
  const file = join(await mkdtemp(join(tmpdir(), "shifan-clock-")), "now");
  const set = (instant: string) => writeFile(file, instant);
  await set(journeyInstant);
  return { setting: `@${file}`, set };
}
