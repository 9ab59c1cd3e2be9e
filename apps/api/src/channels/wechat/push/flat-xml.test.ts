import { expect, it } from "vitest";
import { readFlatXml, writeFlatXml } from "./flat-xml.ts";

const message = `<xml>
  <ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oABC-_1]]></FromUserName>
  <CreateTime>1781055000</CreateTime><Content><![CDATA[<b>AB3DEF7H</b> & 你好]]></Content>
</xml>`;

it("reads the fields of a message, marked as text or not", () => {
  expect(Object.fromEntries(readFlatXml(message))).toEqual({
    ToUserName: "gh_1",
    FromUserName: "oABC-_1",
    CreateTime: "1781055000",
    Content: "<b>AB3DEF7H</b> & 你好",
  });
});

it.each([
  "",
  "{}",
  "<xml>",
  "<!DOCTYPE xml [<!ENTITY a 'b'>]><xml><Content>&a;</Content></xml>",
  "<other><Content>x</Content></other>",
])("reads nothing of what is no such message: %j", (text) => {
  expect(readFlatXml(text).size).toBe(0);
});

it("writes what it reads, and nothing that would be read otherwise", () => {
  const fields = { ToUserName: "o1", CreateTime: 7, Content: "行一\n<行二>" };
  expect(Object.fromEntries(readFlatXml(writeFlatXml(fields)))).toEqual({ ...fields, CreateTime: "7" });
  expect(() => writeFlatXml({ Content: "a]]>b" })).toThrow("CDATA");
});
