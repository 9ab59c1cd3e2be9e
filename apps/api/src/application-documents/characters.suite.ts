import type { Application } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { usccOf } from "@shifan/rules/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound, signInStaff } from "../../testing/applications.ts";
import { laterIdeographs, standardIdeographs } from "../../testing/characters.ts";
import { readDocx } from "../../testing/documents/read-docx.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { writeList, writeSection } from "../../testing/filled-cases.ts";
import { onceKey } from "../../testing/publicity.ts";
import { workbookType } from "../application-form/spreadsheet-descriptions.ts";
import { codePoint } from "../documents/description/text.ts";
import { spelledOutNote } from "../documents/pdf/spell-out.ts";
import { openWorkbook } from "../spreadsheets/workbook.ts";

let next = 0;

/** The texts of all cells of the first sheet. */
async function cellsOf(bytes: Buffer): Promise<string> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new Error("this is no workbook");
  const sheet = await opened.workbook.sheets[0]?.read(100);
  const cells = sheet?.rows.flatMap(({ cells: row }) => [...row.values()]) ?? [];
  return cells.map((cell) => ("text" in cell ? cell.text : "")).join("\n");
}

/** Names with rare characters, from what is typed to what is printed, on either database. */
export const charactersSuite = suite("rare characters", (open) => {
  let app: TestApp;
  let district: Browser;
  let city: Browser;
  let roundId: string;

  /** A dossier on paper of an organization with these characters in its name, and in a list and a text of its form. */
  const enter = async (characters: string) => {
    next += 1;
    const name = `郑州${characters}服务有限公司`;
    const organization = { uscc: usccOf("91", next), name, district: "410105" };
    const made = await district.call("/api/v1/organizations", { body: organization, headers: onceKey() });
    const { organizationId } = made.body as { organizationId: string };
    const body = { roundId, organizationId, receivedOn: "2026-06-09" };
    const entered = await district.call("/api/v1/applications", { body, headers: onceKey() });
    const { id } = entered.body as Application;
    await writeSection(district, id, "cover", { applicant_name: name });
    await writeSection(district, id, "narratives", { basic_situation: `本中心服务${characters}等地。` });
    await writeList(district, id, "served", [{ enterprise_name: `新郑${characters}厂` }]);
    return { id, name, path: `/api/v1/applications/${id}`, list: `/api/v1/applications/${id}/form/lists/served` };
  };
  const upload = (path: string, { tag, bytes }: { tag: string; bytes: Buffer }) => {
    const cookie = [...district.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, "content-type": workbookType, "if-match": tag };
    return app.app.request(path, { method: "POST", headers, body: new Uint8Array(bytes) });
  };
  const foundBy = async (words: string) => {
    const query = encodeURIComponent(JSON.stringify({ q: words }));
    const { body } = await city.call(`/api/v1/applications?filter=${query}`);
    return (body as Application[]).map(({ id }) => id);
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    district = await signInStaff(app, "district@rare.example", "district", "410105");
    city = await signInStaff(app, "city@rare.example", "city");
    roundId = await addOpenRound(app);
  });

  describe.each([...standardIdeographs, ...laterIdeographs])("of %s", (block, characters) => {
    it("are kept as they were typed, found, and come back from a spreadsheet as they went into it", async () => {
      const { id, name, path, list } = await enter(characters);
      expect((await district.call(path)).body).toMatchObject({ organizationName: name });
      for (const words of [characters, ...characters]) expect([words, await foundBy(words)]).toEqual([words, [id]]);
      const exported = await download(app, `${list}/rows.xlsx`, { browser: district });
      expect(await cellsOf(exported.bytes)).toContain(`新郑${characters}厂`);
      const imported = await upload(`${list}/import?mode=replace`, {
        tag: exported.headers.get("etag") ?? "",
        bytes: exported.bytes,
      });
      expect([imported.status, await imported.json()]).toEqual([200, expect.anything()]);
      const rows = (await district.call(list)).body as { values: { enterprise_name: string } }[];
      expect(rows.map(({ values }) => values.enterprise_name)).toEqual([`新郑${characters}厂`]);
    });

    it("are drawn in print where a typeface has them, and else named by their code point; the DOCX keeps them", async () => {
      const { path } = await enter(characters);
      const annex = `${path}/documents/annex_2`;
      const printed = (await readPdf((await download(app, annex, { browser: district })).bytes)).join("");
      const isDrawn = standardIdeographs.some(([each]) => each === block);
      const shown = isDrawn ? characters : [...characters].map(codePoint).join("");
      for (const text of [`郑州${shown}服务有限公司`, `本中心服务${shown}等地。`, `新郑${shown}厂`])
        expect(printed).toContain(text);
      expect(printed.includes(spelledOutNote)).toBe(!isDrawn);
      const docx = readDocx((await download(app, `${annex}?format=docx`, { browser: district })).bytes);
      expect(docx).toContain(`郑州${characters}服务有限公司`);
      expect(docx).toContain(`新郑${characters}厂`);
    });
  });
});
