import { expect, test } from "vitest";
import type { Answer } from "../../http.ts";
import { type Kept, kept, settle } from "./kept.ts";
import { Line, LineClosed } from "./line.ts";

const answer = (status: number): Answer => ({ status, headers: new Headers(), body: null });

/** A server that keeps a number, and goes at a call as it is told. */
function server() {
  const state = { value: 1, calls: 0 };
  const record: Kept<number> = kept("the number", 1, async () => state.value);
  const broken = () => Promise.reject(new TypeError("fetch failed"));
  return {
    state,
    record,
    takes: async (value: number) => {
      state.calls += 1;
      state.value = value;
      return answer(200);
    },
    /** Takes it, and the answer is lost. */
    loses: (value: number) => {
      state.calls += 1;
      state.value = value;
      return broken();
    },
    goes: () => {
      state.calls += 1;
      return broken();
    },
  };
}

test("a change that was kept without an answer is not sent again, and one that is gone is", async () => {
  for (const outcome of ["kept", "gone"] as const) {
    const { state, record, takes, loses, goes } = server();
    const line = new Line(() => {});
    const first = outcome === "kept" ? () => loses(2) : goes;
    const changing = line.change(record, { to: 2, send: () => (state.calls === 0 ? first() : takes(2)) });
    line.cut();
    await line.quiet();
    expect(await settle(record as Kept)).toBe(outcome);
    line.restore();
    const answered = await changing;
    expect([answered?.status, state.calls]).toEqual(outcome === "kept" ? [undefined, 1] : [200, 2]);
    expect(record.value).toBe(2);
    expect(line.acknowledged).toBe(outcome === "kept" ? 0 : 1);
  }
});

test("an acknowledged change that is not there is found, and a half of one that was on its way", async () => {
  const { state, record, takes, goes } = server();
  const line = new Line(() => {});
  await line.change(record, { to: 4, send: () => takes(4) });
  expect(await settle(record as Kept)).toBeNull();
  state.value = 1;
  await expect(settle(record as Kept)).rejects.toThrow("the number is 1; acknowledged is 4");
  state.value = 4;
  const changing = line.change(record, { to: 8, send: goes });
  line.cut();
  await line.quiet();
  state.value = 6;
  await expect(settle(record as Kept)).rejects.toThrow("the number is 6; acknowledged is 4, with a change under way");
  line.close();
  await expect(changing).rejects.toThrow(LineClosed);
});

test("a server that falls without being killed, and a refusal, are defects", async () => {
  const { record, goes } = server();
  const line = new Line(() => {});
  await expect(line.change(record, { to: 2, send: goes })).rejects.toThrow("nobody had killed the server");
  await expect(line.change(record, { to: 2, send: async () => answer(412) })).rejects.toThrow("the number: 412");
  await expect(line.ask(async () => answer(500))).rejects.toThrow("500");
});

test("what may be asked again is asked until it is answered", async () => {
  const line = new Line(() => {});
  let calls = 0;
  const asking = line.ask(async () => {
    calls += 1;
    if (calls === 1) throw new TypeError("fetch failed");
    return answer(200);
  });
  line.cut();
  await line.quiet();
  expect(calls).toBe(1);
  line.restore();
  expect((await asking).status).toBe(200);
  expect(calls).toBe(2);
});
