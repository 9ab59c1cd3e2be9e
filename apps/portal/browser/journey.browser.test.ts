import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerAll, answerToAssets, hears, seeResult, tap, write } from "../testing/acts.ts";
import { openStage, type Stage } from "../testing/browser.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => {
  stage.server.api.fault = () => null;
});
afterAll(() => stage.close());

const taken = () => stage.server.api.taken;

describe("from the first page to a result", () => {
  test("the one main action leads into the conversation, and nothing leaves our own server", async () => {
    const { page, offences } = await stage.visit("/");
    expect(await page.locator("h1").allTextContents()).toEqual(["郑州市中小企业公共服务示范平台"]);
    await page.getByText("待市工信局确认").waitFor();
    await page.getByRole("link", { name: "开始自查" }).click();
    await answerAll(page);
    await seeResult(page);
    await page.getByRole("heading", { name: "可以核对的条件都满足，可以准备申报。" }).waitFor();
    expect(offences).toEqual([]);
  });

  test("a tap on a toggle marks it in place and adds no bubble", async () => {
    const { page } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await tap(page, "专业性平台（有一项特色功能）");
    await hears(page, "哪一天注册成立");
    await write(page, "2021年3月15日");
    await hears(page, "哪几样");
    const bubbles = await page.locator(".bubble").count();
    const toggle = page.getByRole("button", { name: "收费标准" });
    await toggle.click();
    await toggle.and(page.locator("[aria-pressed=true]")).waitFor();
    await tap(page, "管理制度");
    await tap(page, "收费标准");
    await toggle.and(page.locator("[aria-pressed=false]")).waitFor();
    expect(await page.locator(".bubble").count()).toBe(bubbles);
    await page.reload();
    await page.getByRole("button", { name: "管理制度" }).and(page.locator("[aria-pressed=true]")).waitFor();
    expect(await page.locator(".bubble").count()).toBe(bubbles);
  });

  test("what a person writes is never markup", async () => {
    const { page, offences } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await write(page, '<img src="https://elsewhere.example/x.png" onerror="alert(1)">**粗**');
    await hears(page, /记下了：<img src/);
    expect(await page.locator("main img").count()).toBe(0);
    expect(offences).toEqual([]);
  });

  test("a plain amount is said in 万元 before it is sent", async () => {
    const { page } = await stage.visit("/chat");
    await answerToAssets(page);
    await page.getByRole("textbox", { name: "写回答" }).fill("1650000");
    await page.getByText("即 165万元").waitFor();
    expect(await page.getByRole("textbox", { name: "写回答" }).getAttribute("inputmode")).toBe("decimal");
  });
});

describe("nothing is lost and nothing counts twice", () => {
  test("an answer whose reply was lost is sent again with its number and taken once", async () => {
    const { page } = await stage.visit("/chat");
    await answerToAssets(page);
    const before = taken().length;
    stage.server.api.fault = () => "lost";
    await write(page, "165万");
    await page.getByRole("button", { name: /网络断开了，您的回答还在，点这里重发/ }).waitFor();
    stage.server.api.fault = () => null;
    await tap(page, "网络断开了，您的回答还在，点这里重发");
    await hears(page, "服务了多少家");
    expect(taken().slice(before)).toEqual(["165万"]);
    expect(await page.locator(".bubble.own", { hasText: "165万" }).count()).toBe(1);
  });

  test("an answer on its way when the page closed arrives after the reload, once", async () => {
    const { page } = await stage.visit("/chat");
    await answerToAssets(page);
    const before = taken().length;
    stage.server.api.fault = ({ method }) => (method === "POST" ? "lost" : null);
    await write(page, "165万");
    await page.getByRole("button", { name: /点这里重发/ }).waitFor();
    stage.server.api.fault = () => null;
    await page.reload();
    await hears(page, "服务了多少家");
    expect(taken().slice(before)).toEqual(["165万"]);
  });

  test("too many answers at once: a friendly wait, then it goes on by itself", async () => {
    const { page } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await hears(page, "哪一种平台");
    let refused = 0;
    stage.server.api.fault = ({ path }) =>
      path.endsWith("/inputs") && refused++ === 0 ? { status: 429, headers: { "retry-after": "1" } } : null;
    await tap(page, "专业性平台（有一项特色功能）");
    await page
      .getByText(/请稍等1秒/)
      .first()
      .waitFor();
    await hears(page, "哪一天注册成立");
  });

  test("two tabs of one self-check go on with each other's answers", async () => {
    const { page, context } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await hears(page, "哪一种平台");
    const other = await context.newPage();
    await other.goto(`${stage.server.url}/chat`);
    await hears(other, "哪一种平台");
    await tap(page, "专业性平台（有一项特色功能）");
    await hears(other, "哪一天注册成立");
    await write(other, "2021年3月15日");
    await hears(page, "哪几样");
    await tap(page, "选好了");
    await hears(page, "资产总额是多少");
    expect(taken().slice(-3)).toEqual(["a:specialized", "2021年3月15日", "done"]);
  });

  test("an answer the service declines comes back into the box", async () => {
    const { page } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await hears(page, "哪一种平台");
    stage.server.api.fault = ({ path }) =>
      path.endsWith("/inputs")
        ? {
            status: 422,
            body: {
              title: "有内容需要改",
              status: 422,
              code: "invalid_input",
              detail: "请按 errors 里的位置逐项修改。",
              errors: [{ path: "/text", code: "too_long", message: "请写短一些。" }],
            },
          }
        : null;
    await write(page, "很长的话");
    await page.getByText("请写短一些。").waitFor();
    expect(await page.getByRole("textbox", { name: "写回答" }).inputValue()).toBe("很长的话");
  });
});

describe("coming back", () => {
  test("after a reload the conversation is where it was", async () => {
    const { page } = await stage.visit("/chat");
    await answerToAssets(page);
    const said = await page.locator(".bubble").allTextContents();
    await page.reload();
    await hears(page, "资产总额是多少");
    expect(await page.locator(".bubble").allTextContents()).toEqual(said);
  });

  test("the first page offers to go on, and a finished self-check its result", async () => {
    const { page } = await stage.visit("/chat");
    await answerToAssets(page);
    await page.goto(stage.server.url);
    await page.getByText("已答3题，大约还有3题").waitFor();
    await page.getByRole("link", { name: "接着上次的自查" }).click();
    await hears(page, "资产总额是多少");
    await write(page, "165万");
    await hears(page, "服务了多少家");
    await write(page, "76");
    await tap(page, "是");
    await hears(page, "都记下了");
    await page.goto(stage.server.url);
    await page.getByRole("link", { name: "看上次的结果" }).click();
    await page.getByRole("heading", { name: /条件都满足/ }).waitFor();
    await page.getByText("2025年服务中小企业").waitFor();
  });

  test("a self-check that the service no longer has can be begun anew", async () => {
    const { page } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await hears(page, "哪一种平台");
    stage.server.api.sessions.clear();
    await page.reload();
    await page.getByText("这次自查的记录已经不在了").waitFor();
    await tap(page, "重新开始自查");
    await page.getByRole("button", { name: "开始自查" }).waitFor();
  });

  test("a service that is away at the opening is asked again without losing the place", async () => {
    const { page } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await hears(page, "哪一种平台");
    stage.server.api.fault = () => "dropped";
    await page.reload();
    await page.getByText("暂时打不开自查").waitFor();
    stage.server.api.fault = () => null;
    await tap(page, "再试一次");
    await hears(page, "哪一种平台");
  });

  test("clearing asks once and leaves nothing of the self-check on the device", async () => {
    const { page } = await stage.visit("/chat");
    await tap(page, "开始自查");
    await tap(page, "清除本机记录");
    await tap(page, "清除");
    await page.getByText("本机记录已清除。").waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("self-check")))).toEqual(
      [],
    );
    await tap(page, "开始新的自查");
    await page.getByRole("button", { name: "开始自查" }).waitFor();
  });
});

describe("the result", () => {
  test("a list asked for afterwards stays in the conversation, and the result stays beside it", async () => {
    const { page } = await stage.visit("/chat");
    await answerAll(page);
    await tap(page, "看材料清单");
    await hears(page, "材料清单（第九条）");
    await seeResult(page);
    await page.getByText("2025年服务中小企业").waitFor();
    await page.reload();
    await page.getByText("2025年服务中小企业").waitFor();
    await page.getByRole("link", { name: "对话", exact: true }).click();
    await hears(page, "材料清单（第九条）");
    expect(await page.locator("#result-headline").textContent()).toBe("可以核对的条件都满足，可以准备申报。");
  });

  test("an unclaimed function line is no unmet condition", async () => {
    const { page } = await stage.visit("/chat");
    await answerAll(page, { served: "52" });
    await seeResult(page);
    const unmet = page.getByRole("region", { name: /^不符合/ });
    await unmet.waitFor();
    const lines = page.getByRole("region", { name: /^各项服务功能/ });
    await lines.waitFor();
    expect(await lines.locator(".status-mark.bad").count()).toBe(
      await lines.locator(".parts .status-mark.bad").count(),
    );
    expect(await lines.textContent()).not.toContain("不符合：创业服务");
    // What was never asked of a function not claimed is nobody's task.
    expect(await lines.textContent()).not.toContain("信用记录");
    expect(await unmet.getByRole("heading", { level: 4 }).count()).toBe(3);
    expect(await unmet.textContent()).toContain("差8家");
    await page.getByText("其他条件不变，最早2026年11月3日满足时间要求。").waitFor();
  });

  test("what is open is told apart by who can settle it, with an enquiry written", async () => {
    const { page } = await stage.visit("/chat");
    await answerAll(page, { assets: "" });
    await seeResult(page);
    for (const name of [/^等您补充/, /^要由审核人判断/, /^办法口径待明确/, /^已满足/, /^待查清单/]) {
      await page.getByRole("region", { name }).waitFor();
    }
    await page.getByText("咨询内容（已替您写好）").click();
    await page.getByText("请问是否视为符合").waitFor();
    await page.getByRole("heading", { name: "问财务" }).waitFor();
  });

  test("every result names its policy version, its day, and whether the law is in force", async () => {
    const { page } = await stage.visit("/chat");
    await answerAll(page);
    await seeResult(page);
    const ground = page.locator(".ground");
    await ground.getByText(/《郑州市中小企业公共服务示范平台认定管理暂行办法》，本系统第1版/).waitFor();
    expect(await ground.textContent()).toContain("按2026年6月10日的办法核对");
    expect(await ground.textContent()).toContain("待市工信局确认");
  });

  test("the download is one file that needs nothing else and hides nothing", async () => {
    const { page, offences } = await stage.visit("/chat");
    await answerAll(page, { served: "52" });
    await seeResult(page);
    const [download] = await Promise.all([page.waitForEvent("download"), tap(page, "下载")]);
    expect(download.suggestedFilename()).toBe("示范平台申报自查结果-2026-06-10.html");
    const file = await readFile(await download.path(), "utf8");
    expect(file).toContain("具有独立法人资格");
    expect(file).toContain("本系统第1版");
    expect(file).not.toMatch(/<(script|link|button|img|a)\b|src=|href=|url\(|class="[^"]*folded/);
    expect(offences).toEqual([]);
  });

  test("on paper stands the whole result and nothing of the page around it", async () => {
    const { page } = await stage.visit("/chat");
    await answerAll(page, { assets: "" });
    await seeResult(page);
    await page.getByRole("heading", { name: /不能下结论/ }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("具有独立法人资格").isVisible()).toBe(true);
    expect(await page.getByText("请问是否视为符合").isVisible()).toBe(true);
    for (const hidden of [".site-header", ".site-footer", ".composer", ".views", ".result-actions", ".chips"]) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    await page.evaluate(() => {
      document.documentElement.dataset.print = "todo";
    });
    expect(await page.getByRole("heading", { name: /^待查清单/ }).isVisible()).toBe(true);
    expect(await page.getByText("具有独立法人资格").isVisible()).toBe(false);
  });
});
