import { DatabaseRefusal, openDatabase } from "@shifan/db";
import { createFirstAdministrator } from "../src/accounts/first-administrator.ts";
import { createClock } from "../src/clock.ts";
import { locateDatabase } from "../src/location.ts";
import { SettingError } from "../src/setting.ts";
import { readSettings } from "../src/settings.ts";

const usage = "用法：node setup.js 姓名 邮箱\n  建立首位管理员，显示设置密码的链接（7天内有效，只能用一次）\n";
const refusals = {
  administrator_exists: "已经有管理员，请由管理员在系统里邀请别人。\n",
  email_taken: "这个邮箱已有别的账号，请换一个。\n",
};

/** Makes the first administrator of an installation. @returns the exit code */
async function setUp([name, email, ...rest]: readonly string[]): Promise<number> {
  if (!name || !email || rest.length > 0 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    process.stderr.write(usage);
    return 2;
  }
  const settings = readSettings(process.env);
  const opened = await openDatabase(locateDatabase(settings));
  try {
    const services = { database: opened.database, clock: createClock(settings.clock), publicUrl: settings.publicUrl };
    const outcome = await createFirstAdministrator({ ...services, recordEntry: async () => {} }, { name, email });
    if (!outcome.ok) {
      process.stderr.write(refusals[outcome.code]);
      return 1;
    }
    const { link, expiresAt } = outcome.invitation;
    process.stdout.write(`已建立管理员账号：${email.toLowerCase()}\n设置密码：${link}\n有效期至：${expiresAt}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

try {
  process.exitCode = await setUp(process.argv.slice(2));
} catch (cause) {
  if (!(cause instanceof SettingError || cause instanceof DatabaseRefusal)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}
