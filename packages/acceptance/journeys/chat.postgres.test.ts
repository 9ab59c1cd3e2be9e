import { type PostgresqlServer, startPostgresql } from "@shifan/db/testing";
import { completeApplicant } from "@shifan/rules/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginChat } from "../src/chat.ts";
import { evaluate, outcomeOf } from "../src/evaluation.ts";
import { journeyDay, type Server, startServer } from "../src/server.ts";
import { answerAll, byFacts } from "../src/speaker.ts";

let postgresql: PostgresqlServer;
let databaseUrl: string;
let servers: Server[] = [];
beforeAll(async () => {
  postgresql = await startPostgresql();
  databaseUrl = await postgresql.createDatabase();
  // Two processes begin at once on an empty database: both migrate, and neither stumbles over the other.
  servers = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await postgresql.stop();
});

test("a conversation goes on at another process, and ends with the outcome of the complete facts", async () => {
  const [applicant = {}] = fc.sample(completeApplicant(), { numRuns: 1, seed: 20_261_123 });
  const [here, there] = servers as [Server, Server];
  const chat = await beginChat(here.url);
  for (let answered = 0; answered < 10; answered++) await chat.send(byFacts(applicant)(chat.turn));
  const elsewhere = chat.at(there.url);
  await answerAll(elsewhere, byFacts(applicant));
  const { assessment } = (await chat.read()).turn;
  if (assessment === null) throw new Error("no result");
  expect(outcomeOf(assessment)).toEqual(outcomeOf(await evaluate(there.url, { facts: applicant, asOf: journeyDay })));
});

test("inputs at the same moment to two processes are all taken, and the same seq is one answer", async () => {
  const [here, there] = servers as [Server, Server];
  const chat = await beginChat(here.url);
  await chat.send({ action: "start" });
  const sent = { service_staff_count: 16, smes_served_prev_year: 96, partner_orgs_with_agreement: 8, info_events: 9 };
  const at = [chat, chat.at(there.url)];
  const answers = await Promise.all(
    Object.entries(sent).map(([fact, value], index) => at[index % 2]?.try({ facts: { [fact]: value } })),
  );
  expect(answers.map((answer) => answer?.status)).toEqual([200, 200, 200, 200]);
  const { answers: kept, transcript } = await chat.read();
  expect(Object.fromEntries(kept.filter(({ fact }) => fact in sent).map(({ fact, value }) => [fact, value]))).toEqual(
    sent,
  );
  expect(transcript.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5]);
  const twice = await Promise.all(at.map((each) => each.try({ text: "帮助", seq: 77 })));
  expect(twice[1]?.body).toEqual(twice[0]?.body);
  expect((await chat.read()).transcript).toHaveLength(7);
});

test("after kill -9 of both processes every answer is there", async () => {
  const [here, there] = servers as [Server, Server];
  const chat = await beginChat(here.url);
  await chat.send({ action: "start" });
  await chat.send({ text: "还没定" });
  const before = await chat.read();
  await Promise.all([here.kill(), there.kill()]);
  servers = [await here.again()];
  expect(await chat.at(servers[0]?.url as string).read()).toEqual(before);
});
