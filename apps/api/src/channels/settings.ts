import { decoded, SettingError } from "../setting.ts";

/** What turns texts into short messages. */
export type SmsGateway = {
  url: string;
  /** Shown with every message; null: none is asked for. */
  authorization: string | null;
  perSecond: number;
};

/** Which fields of a WeChat template say what. The number in a field's name is WeChat's; the letters before it say what it may hold. */
export type WechatFields = { heading: string; due: string | null; note: string | null; id: string | null };

/** An official account from which notices go to those who subscribed to them. */
export type WechatAccount = {
  /** Where WeChat's interface is, without a slash at its end. */
  url: string;
  appid: string;
  secret: string;
  template: string;
  fields: WechatFields;
  perSecond: number;
  /** Null: nobody can be linked here, and nobody is offered WeChat. */
  push: WechatPush | null;
};

/** What readers write to the account comes here: WeChat signs it with a token that both know. */
export type WechatPush = {
  token: string;
  /** What people call the account. */
  name: string;
};

/** Where the robots of WeCom groups are reached; each has its own key. */
export type WecomRobots = { url: string };

/** The value is not repeated: it may hold a secret. @throws SettingError */
export function readSmsGateway(text: string | null): SmsGateway | null {
  if (text === null) return null;
  const url = readAddress(text);
  const [user, password] = [decoded(url?.username), decoded(url?.password)];
  const perSecond = readRate(url, 20);
  if (url === null || user === null || password === null || (user === "" && password !== "") || perSecond === null) {
    throw new SettingError(
      "SMS_URL",
      "应为 https://令牌@短信网关/路径 或 https://用户:口令@短信网关/路径，可加 ?rate=每秒条数；不设则不发短信",
    );
  }
  const basic = Buffer.from(`${user}:${password}`).toString("base64");
  const authorization = user === "" ? null : password === "" ? `Bearer ${user}` : `Basic ${basic}`;
  return { url: withoutSecrets(url, ["rate"]), authorization, perSecond };
}

/** The value is not repeated: it holds a secret. @throws SettingError */
export function readWechatAccount(text: string | null): WechatAccount | null {
  if (text === null) return null;
  const url = readAddress(text);
  const [appid, secret] = [decoded(url?.username), decoded(url?.password)];
  const template = url?.searchParams.get("template");
  const fields = readFields(url?.searchParams);
  const perSecond = readRate(url, 20);
  const push = readPush(url?.searchParams);
  if (url === null || !appid || !secret || !template || fields === null || perSecond === null || push === undefined) {
    throw new SettingError(
      "WECHAT_URL",
      "应为 https://AppID:AppSecret@api.weixin.qq.com?template=模板编号&heading=thing1，可加 due=time2、note=thing3、id=character_string4、rate=每秒条数；token=服务器配置的令牌 和 name=公众号名称 一起写，才能连接；不设则不用微信",
    );
  }
  return { url: withoutSecrets(url).replace(/\/+$/, ""), appid, secret, template, fields, perSecond, push };
}

/** @throws SettingError */
export function readWecomRobots(text: string | null): WecomRobots | null {
  if (text === null) return null;
  const url = readAddress(text);
  if (url === null || url.username !== "" || url.search !== "") {
    throw new SettingError("WECOM_URL", "应为 https://qyapi.weixin.qq.com；不设则不用企业微信群机器人");
  }
  return { url: withoutSecrets(url).replace(/\/+$/, "") };
}

/** How many messages a second, as an address says it; null where it says something else. */
export function readRate(url: URL | null | undefined, otherwise: number): number | null {
  const text = url?.searchParams.get("rate") ?? String(otherwise);
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}

const thisMachine = ["127.0.0.1", "localhost", "[::1]"];

/** Telephone numbers and keys go over connections that are encrypted, or that do not leave the machine. */
function readAddress(text: string): URL | null {
  const url = URL.parse(text);
  const isHidden = url?.protocol === "https:" || (url?.protocol === "http:" && thisMachine.includes(url.hostname));
  return url !== null && isHidden ? url : null;
}

/** The address without credentials and without what is ours in its query; without the whole query where it is all ours. */
function withoutSecrets(url: URL, ours?: readonly string[]): string {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  shown.hash = "";
  if (ours === undefined) shown.search = "";
  else for (const name of ours) shown.searchParams.delete(name);
  return shown.href;
}

/** Null where neither is there; undefined where one is missing, or the token is none of WeChat's (3 to 32 letters and digits). */
function readPush(query: URLSearchParams | undefined): WechatPush | null | undefined {
  const [token, name] = [query?.get("token") ?? null, query?.get("name")?.trim() ?? null];
  if (token === null && name === null) return null;
  return token !== null && /^[A-Za-z0-9]{3,32}$/.test(token) && name ? { token, name } : undefined;
}

/** Null where a field is named that cannot hold what it is to say, or none for the heading. */
function readFields(query: URLSearchParams | undefined): WechatFields | null {
  const read = (name: string, kinds: RegExp) => {
    const field = query?.get(name) ?? null;
    return field === null || kinds.test(field) ? field : undefined;
  };
  const heading = read("heading", /^thing\d{1,3}$/);
  const due = read("due", /^(thing|time|date)\d{1,3}$/);
  const note = read("note", /^thing\d{1,3}$/);
  const id = read("id", /^character_string\d{1,3}$/);
  if (!heading || due === undefined || note === undefined || id === undefined) return null;
  return { heading, due, note, id };
}
