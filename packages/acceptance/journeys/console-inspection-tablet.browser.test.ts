import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import { serveUpgradedConsole } from "../src/console/upgraded.ts";
import { signInAtConsole } from "../src/console.ts";
import { enterTitle, planCheck } from "../src/inspecting.ts";
import { type People, read, signInEverybody } from "../src/procedure.ts";
import { journeyDay, type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

interface Inspection {
  readonly state: string;
  readonly carriedOutOn: string;
  readonly findings: string;
  readonly fileIds: readonly string[];
  readonly signatures: { readonly inspectorsFileId: string; readonly unitFileId: string | null } | null;
  readonly checklist: readonly { readonly ratingName: string; readonly remark: string }[];
}

let server: Server;
let browser: Browser;
let people: People;
let inspectionPath: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  people = await signInEverybody(server.url);
  const titlePath = await enterTitle(people.city, people.secondCity);
  inspectionPath = await planCheck(people.district, "periodic_inspection", titlePath, journeyDay);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** One stroke across a field for signing. */
async function sign(page: Page, whose: string): Promise<void> {
  const pad = page.getByRole("img", { name: new RegExp(`^${whose}`) });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height * 0.3, { steps: 5 });
  await page.mouse.up();
  await page.getByRole("img", { name: `${whose}：已签` }).waitFor();
}

/** What the console's worker keeps on the device: the document, and the kinds of files beside it, each kind once. */
async function keptByWorker(page: Page): Promise<string[]> {
  const addresses = (await page.evaluate(
    `caches.keys()
      .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
      .then((all) => all.flat().map(({ url }) => new URL(url).pathname))`,
  )) as string[];
  const others = addresses.filter((path) => path !== "/admin/" && !path.startsWith("/admin/assets/"));
  const assets = addresses.filter((path) => path.startsWith("/admin/assets/"));
  return [...addresses.filter((path) => path === "/admin/"), ...others, ...assets.slice(0, 1)];
}

/** A photograph as a camera hands it over: the head of a JPEG is enough to be taken for one. */
const photograph = {
  name: "公示栏.jpg",
  mimeType: "image/jpeg",
  buffer: Buffer.concat([Buffer.from("ffd8ffe000104a46494600010100", "hex"), Buffer.alloc(200, 7)]),
};

test("an officer writes an inspection on a tablet, loses nothing without a connection, and both sides sign", async () => {
  const address = inspectionPath.replace("/api/v1/", "/admin/");
  const { page, context, offences } = await visit(browser, `${server.url}/admin/`, 768, true);
  await signInAtConsole(page, "district");
  await page.getByRole("button", { name: "菜单" }).click();
  await page.getByRole("link", { name: "检查", exact: true }).click();
  const row = page.getByRole("link", { name: /郑州某某中小企业服务平台.*定期检查/ });
  await row.waitFor();
  expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectSound(page, "console-inspections-tablet");
  await row.click();

  const form = page.getByRole("form", { name: "登记检查结果" });
  await form.getByText("还没有开始填。").waitFor();
  await expectSound(page, "console-inspection-tablet");
  const good = form.getByRole("radio", { name: "符合", exact: true });
  for (let at = await good.count(); at > 0; at -= 1) await good.nth(at - 1).check();
  await form.getByRole("radio", { name: "不符合", exact: true }).first().check();
  await form.getByRole("textbox", { name: "备注" }).first().fill("三月服务台账缺失");
  await form.getByText(/已存在这台设备上/).waitFor();

  await context.setOffline(true);
  await form.getByRole("textbox", { name: "发现" }).fill("三月服务台账缺失。");
  await form.getByRole("radio", { name: "不合格", exact: true }).check();
  await form.locator('input[type="file"]').first().setInputFiles(photograph);
  await form.getByText("共1件").waitFor();
  await form.getByRole("button", { name: "确认登记结果" }).click();
  await form.getByText("请检查人员先签字，或改为在纸上签。").waitFor();
  await sign(page, "检查人员签字");
  await sign(page, "单位陪同人员签字");
  await expectSound(page, "console-inspection-offline");

  // The tablet is put away and taken out again, still without a connection: the console opens from the device, and is written on in.
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  await page.goto(`${server.url}${address}/show`);
  await page.getByRole("heading", { level: 1, name: "没有连上服务器" }).waitFor();
  const findings = form.getByRole("textbox", { name: "发现" });
  expect(await findings.inputValue()).toBe("三月服务台账缺失。");
  await expectSound(page, "console-from-device");
  await findings.fill("三月、四月服务台账缺失。");
  await form.getByText(/已存在这台设备上/).waitFor();
  expect(await keptByWorker(page)).toEqual(["/admin/", expect.stringMatching(/^\/admin\/assets\//)]);

  // Back in reach it opens whole, with what was written.
  await context.setOffline(false);
  await page.getByRole("button", { name: "打开完整的工作台" }).click();
  await page.getByRole("button", { name: "菜单" }).waitFor();
  await findings.waitFor();
  expect(await findings.inputValue()).toBe("三月、四月服务台账缺失。");
  await page.getByRole("img", { name: "单位陪同人员签字：已签" }).waitFor();
  expect((await read<Inspection>(people.district, inspectionPath)).body.state).toBe("planned");

  await context.setOffline(true);
  await form.getByRole("button", { name: "确认登记结果" }).click();
  await form.getByText(/没有连上服务器/).waitFor();
  await expectSound(page, "console-inspection-waiting");
  await page.getByRole("button", { name: "菜单" }).click();
  await page.getByRole("link", { name: "检查", exact: true }).click();
  await page.getByText("等待联网").waitFor();
  await context.setOffline(false);
  await page.getByText("郑州某某中小企业服务平台的检查结果已登记").waitFor();

  const { body } = await read<Inspection>(people.district, inspectionPath);
  expect(body).toMatchObject({ state: "carried_out", carriedOutOn: journeyDay, findings: "三月、四月服务台账缺失。" });
  expect(body.checklist[0]).toMatchObject({ ratingName: "不符合", remark: "三月服务台账缺失" });
  expect(body.fileIds).toHaveLength(3);
  const { inspectorsFileId, unitFileId } = body.signatures ?? {};
  expect(body.fileIds).toEqual(expect.arrayContaining([inspectorsFileId, unitFileId]));
  await page.goto(`${server.url}${address}/show`);
  await page.getByRole("img", { name: "单位陪同人员签字" }).waitFor();
  await expectSound(page, "console-inspection-recorded");
  expect(offences).toEqual([]);
  await context.close();
}, 120_000);

test("an upgraded console is there at the next start, with and without a connection, and nothing of the API stays on the device", async () => {
  const place = await serveUpgradedConsole("旧版");
  const context = await browser.newContext();
  const open = async () => {
    const page = await context.newPage();
    await page.goto(place.url);
    return page;
  };
  const heading = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();
  const settle = (page: Page) =>
    page.evaluate(`navigator.serviceWorker.register("/admin/service-worker.js").then(async (registration) => {
      await registration.update();
      const worker = registration.installing ?? registration.waiting;
      if (worker !== null) {
        await new Promise((done) => worker.addEventListener("statechange", () => worker.state === "activated" && done()));
      }
      await navigator.serviceWorker.ready;
    })`);
  const first = await open();
  await settle(first);
  await first.evaluate(`fetch("/api/v1/applications").then((answer) => answer.json())`);
  place.reach(false);
  expect(await heading(await open())).toBe("旧版");
  place.reach(true);
  place.upgrade("新版");
  const next = await open();
  expect(await heading(next)).toBe("新版");
  await settle(next);
  place.reach(false);
  const away = await open();
  expect(await heading(away)).toBe("新版");
  expect(await away.locator('meta[name="from-device"]').count()).toBe(1);
  const kept = `caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).then((all) => all.flat().filter((url) => url.includes("/api/")))`;
  expect(await away.evaluate(kept)).toEqual([]);
  await context.close();
  await place.stop();
});
