import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readDataSettings, readSettings } from "./settings.ts";

const key = "00".repeat(32);
const secrets = {
  SERVICE_TOKEN: "0123456789abcdef",
  SESSION_SECRET: "0123456789abcdef",
  DATA_KEY: key,
  AUDIT_KEY: key,
};
const without = (name: keyof typeof secrets) => ({ ...secrets, NODE_ENV: "production", [name]: "" });

describe("the settings", () => {
  it("need nothing on a fresh machine", () => {
    expect(readSettings({})).toEqual({
      production: false,
      host: "127.0.0.1",
      port: 3000,
      publicUrl: "http://localhost:3000",
      dataDirectory: resolve("./data"),
      databaseUrl: null,
      serviceToken: null,
      sessionSecret: null,
      demo: false,
      demonstrationData: false,
      dataKeys: null,
      auditKeys: null,
      defaultPolicy: "zhengzhou-sme-platform",
      logLevel: "warn",
      clock: { from: "machine" },
      trustedProxies: 0,
      chatRetentionDays: 180,
      filesLocation: null,
      filesQuota: { files: 1_000, megabytes: 2_000 },
      scanner: null,
      mailServer: null,
      smsGateway: null,
      wechatAccount: null,
      wecomRobots: null,
    });
  });

  it("take what is set, and an empty value for an absent one", () => {
    const settings = readSettings({
      ...secrets,
      NODE_ENV: "production",
      PORT: "0",
      HOST: " ",
      PUBLIC_URL: "https://sme.example.cn/",
      DATABASE_URL: "postgres://u:p@db/shifan",
      SHIFAN_NOW: "",
      TRUST_PROXY: "2",
      CHAT_RETENTION_DAYS: "30",
    });
    expect(settings).toMatchObject({
      production: true,
      port: 0,
      host: "127.0.0.1",
      publicUrl: "https://sme.example.cn",
      databaseUrl: "postgres://u:p@db/shifan",
      logLevel: "info",
      serviceToken: secrets.SERVICE_TOKEN,
      dataKeys: [Buffer.alloc(32)],
      auditKeys: [Buffer.alloc(32)],
      trustedProxies: 2,
      chatRetentionDays: 30,
    });
    expect(readSettings({ SHIFAN_NOW: "2026-06-10T09:30:00+08:00" }).clock).toEqual({
      from: "instant",
      instant: new Date("2026-06-10T01:30:00Z"),
    });
  });

  it("say where files are kept and what scans them", () => {
    const FILES_URL = "s3://an-id:a%2Fsecret@our-files/shifan/?endpoint=https://storage.example.cn&region=cn-north-1";
    expect(readSettings({ FILES_URL, CLAMAV_URL: "tcp://[::1]:3310" })).toMatchObject({
      filesLocation: {
        bucket: "our-files",
        prefix: "shifan",
        endpoint: "https://storage.example.cn",
        region: "cn-north-1",
        credentials: { accessKeyId: "an-id", secretAccessKey: "a/secret" },
      },
      scanner: { host: "::1", port: 3310 },
    });
    expect(readSettings({ FILES_URL: "s3://our-files" }).filesLocation).toEqual({
      bucket: "our-files",
      prefix: "",
      endpoint: null,
      region: "us-east-1",
      credentials: null,
    });
  });

  it("say which server takes the mail, and from whom it comes", () => {
    const from = "from=noreply@example.org";
    expect(readSettings({ SMTP_URL: `smtps://an%40id:a%2Fsecret@mail.example.org?${from}` }).mailServer).toEqual({
      host: "mail.example.org",
      port: 465,
      secure: true,
      credentials: { user: "an@id", password: "a/secret" },
      from: "noreply@example.org",
      perSecond: 10,
    });
    expect(readSettings({ SMTP_URL: `smtp://[::1]:2525?${from}&rate=2` }).mailServer).toEqual({
      host: "::1",
      port: 2525,
      secure: false,
      credentials: null,
      from: "noreply@example.org",
      perSecond: 2,
    });
  });

  it("say by which ways reminders go, and with which credentials", () => {
    const SMS_URL = "https://an-id:a%2Fsecret@sms.example.org/send?rate=50&account=7#x";
    const wechat = "https://an-appid:a-secret@api.weixin.qq.com/?template=T";
    const WECHAT_URL = `${wechat}&heading=thing1&due=time22&note=thing3&id=character_string4&rate=5`;
    const WECOM_URL = "https://qyapi.weixin.qq.com/";
    expect(readSettings({ SMS_URL, WECHAT_URL, WECOM_URL })).toMatchObject({
      smsGateway: {
        url: "https://sms.example.org/send?account=7",
        authorization: `Basic ${Buffer.from("an-id:a/secret").toString("base64")}`,
        perSecond: 50,
      },
      wechatAccount: {
        url: "https://api.weixin.qq.com",
        appid: "an-appid",
        secret: "a-secret",
        template: "T",
        fields: { heading: "thing1", due: "time22", note: "thing3", id: "character_string4" },
        perSecond: 5,
      },
      wecomRobots: { url: "https://qyapi.weixin.qq.com" },
    });
    expect(readSettings({ SMS_URL: "http://127.0.0.1:8080/send" }).smsGateway).toEqual({
      url: "http://127.0.0.1:8080/send",
      authorization: null,
      perSecond: 20,
    });
    expect(readSettings({ WECHAT_URL: `${wechat}&heading=thing1` }).wechatAccount).toMatchObject({
      fields: { heading: "thing1", due: null, note: null, id: null },
      perSecond: 20,
    });
  });

  it.each([
    ["PORT", { PORT: "80a" }],
    ["PORT", { PORT: "65536" }],
    ["PORT", { PORT: "-1" }],
    ["PUBLIC_URL", { PUBLIC_URL: "sme.example.cn" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://sme.example.cn" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://u:a-secret@db/x" }],
    ["SERVICE_TOKEN", { SERVICE_TOKEN: "short" }],
    ["SERVICE_TOKEN", { SERVICE_TOKEN: "口令口令口令口令口令口令口令口令" }],
    ["SERVICE_TOKEN", without("SERVICE_TOKEN")],
    ["SESSION_SECRET", without("SESSION_SECRET")],
    ["DATA_KEY", without("DATA_KEY")],
    ["DATA_KEY", { DATA_KEY: "a-secret" }],
    ["AUDIT_KEY", without("AUDIT_KEY")],
    ["AUDIT_KEY", { AUDIT_KEY: `${key},a-secret` }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["SHIFAN_NOW", { SHIFAN_NOW: "2026-06-10" }],
    ["SHIFAN_NOW", { SHIFAN_NOW: "@/nonexistent" }],
    ["SHIFAN_NOW", { ...secrets, NODE_ENV: "production", SHIFAN_NOW: "2026-06-10T09:30:00+08:00" }],
    ["DEMO", { DEMO: "yes" }],
    ["DEMO", { ...secrets, NODE_ENV: "production", DEMO: "1" }],
    ["TRUST_PROXY", { TRUST_PROXY: "yes" }],
    ["CHAT_RETENTION_DAYS", { CHAT_RETENTION_DAYS: "0" }],
    ["FILES_URL", { FILES_URL: "https://bucket" }],
    ["FILES_URL", { FILES_URL: "s3://id:a-secret@x" }],
    ["FILES_URL", { FILES_URL: "s3://only-an-id@bucket" }],
    ["FILES_URL", { FILES_URL: "s3://id:a-secret@bucket?endpoint=storage" }],
    ["FILES_QUOTA_MB", { FILES_QUOTA_MB: "49" }],
    ["FILES_QUOTA_COUNT", { FILES_QUOTA_COUNT: "many" }],
    ["CLAMAV_URL", { CLAMAV_URL: "clamav:3310" }],
    ["CLAMAV_URL", { CLAMAV_URL: "tcp://clamav" }],
    ["SMTP_URL", { SMTP_URL: "mail.example.org" }],
    ["SMTP_URL", { SMTP_URL: "http://mail.example.org?from=noreply@example.org" }],
    ["SMTP_URL", { SMTP_URL: "smtp://id:a-secret@mail.example.org" }],
    ["SMTP_URL", { SMTP_URL: "smtp://only-an-id@mail.example.org?from=noreply@example.org" }],
    ["SMTP_URL", { SMTP_URL: "smtp://mail.example.org?from=a@example.org,b@example.org" }],
    ["SMTP_URL", { SMTP_URL: "smtp://mail.example.org?from=a@example.org&rate=fast" }],
    ["SMS_URL", { SMS_URL: "sms.example.org" }],
    ["SMS_URL", { SMS_URL: "http://a-secret@sms.example.org/send" }],
    ["SMS_URL", { SMS_URL: "https://:a-secret@sms.example.org/send" }],
    ["SMS_URL", { SMS_URL: "https://a-secret%ff@sms.example.org/send" }],
    ["SMS_URL", { SMS_URL: "https://a-secret@sms.example.org/send?rate=0" }],
    ["WECHAT_URL", { WECHAT_URL: "https://id:a-secret@api.weixin.qq.com" }],
    ["WECHAT_URL", { WECHAT_URL: "https://id:a-secret@api.weixin.qq.com?template=T" }],
    ["WECHAT_URL", { WECHAT_URL: "https://id:a-secret@api.weixin.qq.com?heading=thing1" }],
    ["WECHAT_URL", { WECHAT_URL: "https://id@api.weixin.qq.com?template=T&heading=thing1" }],
    ["WECHAT_URL", { WECHAT_URL: "http://id:a-secret@api.weixin.qq.com?template=T&heading=thing1" }],
    ["WECHAT_URL", { WECHAT_URL: "https://id:a-secret@api.weixin.qq.com?template=T&heading=time1" }],
    ["WECHAT_URL", { WECHAT_URL: "https://id:a-secret@api.weixin.qq.com?template=T&heading=thing1&due=amount2" }],
    ["WECOM_URL", { WECOM_URL: "http://qyapi.weixin.qq.com" }],
    ["WECOM_URL", { WECOM_URL: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a-secret" }],
  ])("stop the start in one line that names %s: %j", (name, environment) => {
    const read = () => readSettings(environment);
    expect(read).toThrow(new RegExp(`^环境变量 ${name} [^\n]+$`));
    expect(read).not.toThrow("a-secret");
  });
});

it("a command that looks at the data needs no setting of the server's", () => {
  const environment = { NODE_ENV: "production", PORT: "http", DATA_DIR: "/data", AUDIT_KEY: key };
  expect(readDataSettings(environment)).toEqual({
    dataDirectory: "/data",
    databaseUrl: null,
    auditKeys: [Buffer.alloc(32)],
  });
});
