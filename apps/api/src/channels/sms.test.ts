import { afterEach, describe, expect, it } from "vitest";
import { reminder } from "../../testing/channels/message.ts";
import { startSmsGateway } from "../../testing/channels/sms-gateway.ts";
import { readSettings } from "../settings.ts";
import { createSmsChannel } from "./sms.ts";

let gateway: Awaited<ReturnType<typeof startSmsGateway>>;
afterEach(() => gateway.stop());

async function open(credentials = "a-token@") {
  gateway = await startSmsGateway();
  const { smsGateway } = readSettings({ SMS_URL: gateway.url.replace("a-token@", credentials) });
  if (smsGateway === null) throw new Error("the setting names no gateway");
  return createSmsChannel(smsGateway);
}

describe("the SMS gateway", () => {
  it("gets number, text and id, and is asked again by its own reference", async () => {
    const channel = await open();
    expect(await channel.send(reminder({ to: "13800000001" }))).toEqual({ kind: "sent", reference: "sms-1" });
    expect(gateway.received).toEqual([
      {
        id: "018f6a2e-7c11-7abc-9def-0123456789ab",
        to: "13800000001",
        text: "信用报告快过月了。第3项材料是9月15日办的，只适用于9月提交（第九条（三））。9月30日24:00前提交，还有2天。 https://sme.example.cn/my/applications/42",
      },
    ]);
  });

  it.each([
    ["a-token@", "Bearer a-token"],
    ["a%40b:c%2Fd@", `Basic ${Buffer.from("a@b:c/d").toString("base64")}`],
    ["", undefined],
  ])("is shown the credentials of %j", async (credentials, authorization) => {
    const channel = await open(credentials);
    await channel.send(reminder({ to: "13800000001" }));
    expect(gateway.authorizations).toEqual([authorization]);
  });

  it("says that a number is nobody's", async () => {
    const channel = await open();
    expect(await channel.send(reminder({ to: "13800000000" }))).toEqual({
      kind: "gone",
      fault: "没有这个号码，或已停用（unknown_number）",
    });
  });

  it("says by a code of its own why it takes no such text", async () => {
    const channel = await open();
    gateway.fail({ status: 422, body: { code: "forbidden_word" } });
    expect(await channel.send(reminder())).toEqual({
      kind: "refused",
      fault: "短信网关不收这条内容（forbidden_word）",
    });
  });

  it("that breaks down has lost no number", async () => {
    const channel = await open();
    gateway.fail({ status: 500, body: { code: "unknown_number" } });
    expect(await channel.send(reminder())).toMatchObject({ kind: "retry" });
  });
});
