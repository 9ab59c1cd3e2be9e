import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { serve } from "@hono/node-server";
import { makeTemplate } from "@shifan/db";
import { Hono } from "hono";
import type { ChatScript } from "./chat-script.ts";

/*
 * The limit of what a chat on this database can do: a bare Hono route that reads one session, commits one write of the sizes of a real
 * answer, and answers JSON of a real answer's size. It knows no policy, checks nothing and counts nothing.
 *
 * Arguments: an empty data folder, the file with the script.
 */

const [folder = "", scriptFile = ""] = process.argv.slice(2);
const script: ChatScript = JSON.parse(readFileSync(scriptFile, "utf8"));
const database = await PGlite.create({ dataDir: folder, loadDataDir: new Blob([await makeTemplate("none")]) });
await database.query("insert into policy_versions values ('bare', 1, $1::date, '{}', $2::timestamptz)", [
  script.day,
  script.instant,
]);

const readSession = `
  select s.*, e.n, e.turn from chat_sessions s left join chat_entries e on e.session_id = s.id and e.seq = $2 where s.id = $1`;

const writeSession = `
  with inserted as (
    insert into chat_sessions values ($1, null, 'bare', 1, $2::json, 0, $3::timestamptz, 0, $3::timestamptz, $4::date) returning id
  )
  insert into chat_entries select id, 0, null, $3::timestamptz, null, $5::json from inserted`;

const writeStep = `
  with updated as (
    update chat_sessions set
      policy_version = 1, state = $3::json, revision = revision + 1, window_started_at = $4::timestamptz,
      window_inputs = window_inputs + 1, last_used_on = $5::date
    where id = $1 and revision = $2
    returning id, revision
  )
  insert into chat_entries (session_id, n, seq, at, said, turn)
  select id, revision, $6::bigint, $4::timestamptz, $7, $8::json from updated
  returning n`;

const app = new Hono();

app.post("/api/v1/chat/sessions", async (context) => {
  const id = randomUUID();
  const { state, turn } = script.welcome;
  await database.query(writeSession, [id, JSON.stringify(state), script.instant, script.day, JSON.stringify(turn)]);
  return context.json({ id, token: id, turn }, 201);
});

app.post("/api/v1/chat/sessions/:id/inputs", async (context) => {
  const id = context.req.param("id");
  const { seq } = await context.req.json<{ seq: number }>();
  const read = await database.query<{ revision: number }>(readSession, [id, seq]);
  const revision = read.rows[0]?.revision ?? -1;
  const step = script.steps[revision];
  if (step === undefined) return context.json({}, 404);
  const { state, said, turn } = step;
  const values = [id, revision, JSON.stringify(state), script.instant, script.day, seq, said, JSON.stringify(turn)];
  const written = await database.query(writeStep, values);
  return written.rows.length === 1 ? context.json({ turn }) : context.json({}, 409);
});

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }: AddressInfo) => {
  process.stdout.write(`listens on http://127.0.0.1:${port}\n`);
});

process.once("SIGTERM", () => {
  server.close(() => void database.close());
  if ("closeAllConnections" in server) server.closeAllConnections();
});
