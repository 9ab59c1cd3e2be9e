import { afterEach, describe, expect, it } from "vitest";
import { reminder } from "../../testing/channels/message.ts";
import { startWecom } from "../../testing/channels/wecom.ts";
import { createWecomChannel } from "./wecom.ts";

let wecom: Awaited<ReturnType<typeof startWecom>>;
afterEach(() => wecom.stop());

async function open() {
  wecom = await startWecom();
  let now = 0;
  const channel = createWecomChannel({ url: wecom.url }, { elapsed: () => now });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  const say = (key: string) => channel.send(reminder({ to: key }));
  return { channel, pass, say };
}

const full = { kind: "retry", mayHaveArrived: false, fault: "这个群一分钟内的消息已满，稍后再试（每分钟20条）" };

describe("robots of WeCom groups", () => {
  it("say twenty messages in any minute, each robot by its own count, and nobody waits for the one that is full", async () => {
    const { pass, say } = await open();
    for (let count = 0; count < 10; count += 1) await say("one");
    pass(30_000);
    for (let count = 0; count < 10; count += 1) await say("one");
    expect(await say("one")).toEqual({ ...full, afterMilliseconds: 30_000 });
    expect(await say("other")).toMatchObject({ kind: "sent" });
    pass(30_000);
    for (let count = 0; count < 10; count += 1) expect(await say("one")).toMatchObject({ kind: "sent" });
    expect(await say("one")).toEqual({ ...full, afterMilliseconds: 30_000 });
    expect(wecom.received.filter(({ key }) => key === "one")).toHaveLength(30);
  });

  it("that others speak through as well are left alone for a minute once WeCom has counted enough", async () => {
    const { pass, say } = await open();
    wecom.fail({ body: { errcode: 45009, errmsg: "api freq out of limit, from ip: 10.0.0.1" } });
    expect(await say("one")).toEqual({
      kind: "retry",
      afterMilliseconds: 60_000,
      mayHaveArrived: false,
      fault: "对方服务器忙，稍后再试（45009）",
    });
    pass(59_999);
    expect(await say("one")).toEqual({ ...full, afterMilliseconds: 1 });
    pass(1);
    expect(await say("one")).toMatchObject({ kind: "sent" });
    expect(wecom.received).toHaveLength(1);
  });

  it("that were removed are gone, and their key is in no word of ours", async () => {
    const { say } = await open();
    expect(await say("removed-key")).toEqual({ kind: "gone", fault: "群机器人已移除，或密钥已更换（93000）" });
  });

  it("have keys; anything else is asked of nobody", async () => {
    const { say } = await open();
    expect(await say("key&other=1")).toMatchObject({ kind: "gone" });
    expect(await say("")).toMatchObject({ kind: "gone" });
    expect(wecom.received).toEqual([]);
  });

  it.each([
    [{ body: { errcode: -1 } }, { kind: "retry", mayHaveArrived: false }],
    [{ body: { errcode: 40058 } }, { kind: "refused", fault: "企业微信不收这条消息（40058）" }],
    [{ body: "<html>" }, { kind: "retry", mayHaveArrived: true }],
    [{ body: {} }, { kind: "retry", mayHaveArrived: true }],
  ])("answer %j", async (reply, outcome) => {
    const { say } = await open();
    wecom.fail(reply);
    expect(await say("one")).toMatchObject(outcome);
  });

  it("show nobody's telephone to a group, and leave the digits of addresses alone", async () => {
    const { channel } = await open();
    const links = [{ label: "打开", url: "https://sme.example.cn/13800000002" }];
    await channel.send(reminder({ to: "one", paragraphs: ["联系人张三 138 0000 0001。"], links }));
    expect(wecom.received[0]?.content).not.toMatch(/0000 ?0001/);
    expect(wecom.received[0]?.content).toContain("打开：https://sme.example.cn/13800000002\n编号：");
  });
});
