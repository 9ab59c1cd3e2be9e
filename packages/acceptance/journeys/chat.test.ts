import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actionOf, beginChat, type Chat, choicesOf, textOf } from "../src/chat.ts";
import { problemOf, request } from "../src/http.ts";
import { type Server, startServer } from "../src/server.ts";

let server: Server;
let chat: Chat;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  chat = await beginChat(server.url);
});

/** From the welcome to the question of the amounts. */
async function reachAmounts(): Promise<void> {
  await chat.send({ action: "start" });
  for (const answer of ["还没定", "专业性平台", "只有信息服务", "都有"]) await chat.send({ text: answer });
  await chat.send({ text: "1" });
  await chat.send({ text: "2019年3月18日，注册当天起运营，一直在郑州" });
  expect(chat.turn.question?.facts).toContain("total_assets_prev_year_end_yuan");
}

/** What is on record for a fact. */
async function answerFor(fact: string) {
  return (await chat.read()).answers.find((each) => each.fact === fact);
}

describe("a conversation", () => {
  test("begins with a welcome that says what it is, how long it takes and that no round is announced", () => {
    expect(textOf(chat.turn)).toMatch(/申报自查[\s\S]*十分钟[\s\S]*2026年度申报时间尚未公布/);
    expect(choicesOf(chat.turn).map(({ action }) => action)).toContain("start");
    expect(chat.turn.progress.answered).toBe(0);
    expect(chat.turn.progress.remaining).toBeLessThanOrEqual(40);
  });

  test("takes a button, its label and its number alike", async () => {
    await chat.send({ action: "start" });
    await chat.send({ text: "还没定" });
    const label = choicesOf(chat.turn)[1]?.label as string;
    const answers = [{ action: actionOf(chat.turn, label) }, { text: label }, { text: "2" }];
    const turns = [];
    for (const input of answers) {
      const fresh = await beginChat(server.url);
      await fresh.send({ action: "start" });
      await fresh.send({ text: "还没定" });
      turns.push(await fresh.send(input));
    }
    expect(turns[1]).toEqual(turns[0]);
    expect(turns[2]).toEqual(turns[0]);
    expect(turns[0]?.question?.id).not.toBe(chat.turn.question?.id);
  });

  test("keeps every word of both sides, in order", async () => {
    await chat.send({ action: "start" });
    await chat.send({ text: "还没定" });
    const { transcript, turn } = await chat.read();
    expect(transcript.map(({ n, said }) => [n, said])).toEqual([
      [0, null],
      [1, "开始自查"],
      [2, "还没定"],
    ]);
    expect(transcript.at(-1)?.messages).toEqual(chat.turn.messages);
    expect(transcript.every(({ at }) => at.startsWith("2026-06-10T"))).toBe(true);
    expect(turn.question).toEqual(chat.turn.question);
  });

  test.each([
    ["一百五十万", "1500000.00"],
    ["1.5百万", "1500000.00"],
    ["１５０ 万", "1500000.00"],
    ["150万元", "1500000.00"],
    ["壹佰伍拾万", "1500000.00"],
    ["三万五", "35000.00"],
    ["1,600,000元", "1600000.00"],
  ])("reads %s as people write it and says what it understood", async (said, wanted) => {
    await reachAmounts();
    const turn = await chat.send({ text: `总资产${said}` });
    const answer = await answerFor("total_assets_prev_year_end_yuan");
    expect(Number(answer?.value)).toBe(Number(wanted));
    expect(textOf(turn)).toContain(answer?.text);
  });

  test("does not guess where 大概一百多万 leaves the limit inside, and offers both sides", async () => {
    await reachAmounts();
    const turn = await chat.send({ text: "资产大概一百多万，服务收入230万" });
    expect(textOf(turn)).toMatch(/100万.*200万/);
    expect(choicesOf(turn).map(({ label }) => label)).toEqual(expect.arrayContaining(["不低于150万元", "低于150万元"]));
    const { assessment } = await chat.send({ action: "result" });
    expect(assessment?.criteria.find(({ id }) => id === "art6_2_assets")?.status).toBe("undetermined");
  });

  test("takes 不清楚 as 待查, and facts of null as the same", async () => {
    await reachAmounts();
    await chat.send({ text: "不清楚" });
    expect(await answerFor("total_assets_prev_year_end_yuan")).toMatchObject({ known: false, value: null });
    await chat.send({ facts: { smes_served_prev_year: null } });
    expect(await answerFor("smes_served_prev_year")).toMatchObject({ known: false, value: null });
  });

  test("never interprets what is written: markup and control characters come back as they are", async () => {
    const said = '<b onclick="x">&amp;</b> **粗** `code` \u202e {{1+1}}';
    const turn = await chat.send({ text: said });
    expect(turn.messages.length).toBeGreaterThan(0);
    expect((await chat.read()).transcript.at(-1)?.said).toBe(said);
  });

  test("takes a text of 2,000 characters and answers with a friendly question", async () => {
    await chat.send({ action: "start" });
    const turn = await chat.send({ text: "我们单位的情况说来话长。".repeat(200).slice(0, 2_000) });
    expect(turn.question?.id).toBeDefined();
    expect(textOf(turn)).not.toMatch(/失败|错误|非法/);
  });
});

describe("an input that cannot be taken is refused at its place", () => {
  test.each<[what: string, input: unknown, status: number, code: string, paths: string[]]>([
    ["nothing", {}, 422, "invalid_input", [""]],
    ["two at once", { text: "好", action: "start" }, 422, "invalid_input", [""]],
    ["an unknown field", { text: "好", mood: 1 }, 422, "invalid_input", ["/mood"]],
    ["an empty text", { text: "" }, 422, "invalid_input", ["/text"]],
    ["2,001 characters", { text: "长".repeat(2_001) }, 422, "invalid_input", ["/text"]],
    ["a number for text", { text: 1 }, 422, "invalid_input", ["/text"]],
    ["an action of 49 bytes", { action: "a".repeat(49) }, 422, "invalid_input", ["/action"]],
    ["17 characters of 51 bytes", { action: "选".repeat(17) }, 422, "invalid_input", ["/action"]],
    ["an unknown fact", { facts: { nope: 1 } }, 422, "invalid_input", ["/facts/nope"]],
    ["a prototype key", { facts: JSON.parse('{"constructor":1}') }, 422, "invalid_input", ["/facts/constructor"]],
    [
      "a value out of its range",
      { facts: { service_staff_count: -1 } },
      422,
      "invalid_input",
      ["/facts/service_staff_count"],
    ],
    ["facts as a list", { facts: [] }, 422, "invalid_input", ["/facts"]],
    ["half a number", { text: "好", seq: 1.5 }, 422, "invalid_input", ["/seq"]],
    ["a negative number", { text: "好", seq: -1 }, 422, "invalid_input", ["/seq"]],
  ])("%s", async (_what, input, status, code, paths) => {
    const problem = problemOf(await chat.try(input));
    expect({ status: problem.status, code: problem.code }).toEqual({ status, code });
    expect(problem.errors?.map(({ path }) => path)).toEqual(paths);
    expect(problem.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });

  test("a refused input changes nothing", async () => {
    const before = await chat.read();
    await chat.try({ facts: { service_staff_count: 12, established_date: "2023-02-29" } });
    expect(await chat.read()).toEqual(before);
  });

  test("an action that no button ever carried gets a friendly turn", async () => {
    for (const action of ["o:999:999", "n:0:99", "__proto__", "e:-1", "c:1e9", "💥", "s:0:middle"]) {
      expect(textOf(await chat.send({ action }))).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test("a policy that nobody knows begins no conversation", async () => {
    const answer = await request(`${server.url}/api/v1/chat/sessions`, { json: { policyId: "nowhere" } });
    expect(problemOf(answer)).toMatchObject({ status: 404, code: "unknown_policy" });
  });

  test("more than 1 MB, 25 levels and another content type are refused as everywhere", async () => {
    const path = `${server.url}/api/v1/chat/sessions/${chat.id}/inputs`;
    const large = JSON.stringify({ text: "a".repeat(1_100_000) });
    expect(problemOf(await request(path, { text: large, token: chat.token })).status).toBe(413);
    const deep = `{"facts":{"a":${"[".repeat(24)}${"]".repeat(24)}}}`;
    expect(problemOf(await request(path, { text: deep, token: chat.token })).errors?.[0]?.code).toBe("too_deep");
    const headers = { "content-type": "text/plain" };
    expect(problemOf(await request(path, { text: "{}", token: chat.token, headers })).status).toBe(415);
  });
});

describe("a conversation belongs to whoever has its token", () => {
  test("without one, with another's or with a wrong one it can neither be read nor gone on with", async () => {
    const other = await beginChat(server.url);
    const path = `${server.url}/api/v1/chat/sessions/${chat.id}`;
    for (const token of [undefined, other.token, `${chat.token}x`, ""]) {
      const by = token === undefined ? {} : { token };
      for (const answer of [
        await request(path, by),
        await request(`${path}/inputs`, { json: { text: "好" }, ...by }),
      ]) {
        expect([401, 404]).toContain(problemOf(answer).status);
      }
    }
    expect((await chat.read()).transcript).toHaveLength(1);
  });

  test.each(["nobody", "00000000-0000-4000-8000-000000000000", "'; drop table x", "%00"])(
    "one that does not exist is not found: %s",
    async (id) => {
      const url = `${server.url}/api/v1/chat/sessions/${encodeURIComponent(id)}`;
      expect(problemOf(await request(url, { token: chat.token })).status).toBe(404);
    },
  );

  test("the token stands in no page that a stranger can read", async () => {
    const { body } = await request(`${server.url}/metrics`);
    expect(String(body)).not.toContain(chat.token);
    expect(String(body)).not.toContain(chat.id);
  });
});

describe("nothing counts twice and nothing is lost", () => {
  test("a repeated seq gets the same turn, whatever is sent with it", async () => {
    await chat.send({ action: "start", seq: 1 });
    const second = await chat.send({ text: "还没定", seq: 2 });
    expect(await chat.send({ text: "还没定", seq: 2 })).toEqual(second);
    expect(await chat.send({ text: "另一句", seq: 2 })).toEqual(second);
    expect((await chat.read()).transcript.map(({ said }) => said)).toEqual([null, "开始自查", "还没定"]);
  });

  test("the same seq eight times at the same moment is one answer", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => chat.try({ action: "start", seq: 7 })));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await chat.read()).transcript).toHaveLength(2);
  });

  test("five inputs at the same moment are all taken, one after the other", async () => {
    await chat.send({ action: "start" });
    const sent = {
      service_staff_count: 16,
      smes_served_prev_year: 96,
      partner_orgs_with_agreement: 8,
      info_events: 9,
      tech_events: 3,
    };
    const inputs = Object.entries(sent).map(([fact, value]) => ({ facts: { [fact]: value } }));
    const answers = await Promise.all(inputs.map((input) => chat.try(input)));
    expect(answers.map(({ status }) => status)).toEqual(Array(inputs.length).fill(200));
    const { transcript, answers: kept } = await chat.read();
    expect(transcript.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(Object.fromEntries(kept.filter(({ fact }) => fact in sent).map(({ fact, value }) => [fact, value]))).toEqual(
      sent,
    );
  });
});

test("after a restart in the middle the conversation goes on where it was", async () => {
  await reachAmounts();
  const before = await chat.read();
  server = await server.again();
  const after = chat.at(server.url);
  expect(await after.read()).toEqual(before);
  await after.send({ text: "总资产320万，服务收入210万" });
  const { answers } = await after.read();
  expect(answers.find(({ fact }) => fact === "total_assets_prev_year_end_yuan")?.text).toContain("320万");
});
