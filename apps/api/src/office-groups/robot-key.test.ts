import { expect, it } from "vitest";
import { readRobotKey } from "./robot-key.ts";

const key = "693a91f6-7a0c-4bc4-97a0-0ec2b1fa5aaa";

it.each([
  [`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`, key],
  [`  https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}&debug=1 `, key],
  [key, key],
  [`ｋｅｙ`, null],
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send", null],
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", null],
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=../../etc/passwd/passwd", null],
  [`${key} ${key}`, null],
  ["", null],
])("of %j the key is %j", (written, read) => {
  expect(readRobotKey(written)).toBe(read);
});
