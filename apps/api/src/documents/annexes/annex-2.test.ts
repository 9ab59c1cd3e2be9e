import type { FormData } from "@shifan/rules";
import { describe, expect, test } from "vitest";
import { forms, stamped } from "../../../testing/documents/forms.ts";
import { firstOutOfOrder } from "../../../testing/documents/in-order.ts";
import { annex2Labels, servedHead } from "../../../testing/documents/labels.ts";
import { readDocx } from "../../../testing/documents/read-docx.ts";
import { readPdf } from "../../../testing/documents/read-pdf.ts";
import { sample } from "../../../testing/documents/sample.ts";
import { renderDocx } from "../docx/render-docx.ts";
import { createPdfRenderer } from "../pdf/render-pdf.ts";
import { annexDocument } from "./annex.ts";

const renderPdf = createPdfRenderer();

async function pagesOf(data: FormData | null): Promise<string[]> {
  return readPdf(renderPdf(annexDocument(forms, "annex_2", data, stamped)));
}

async function docxOf(data: FormData | null): Promise<string> {
  return readDocx(await renderDocx(annexDocument(forms, "annex_2", data, stamped)));
}

/** Every label directly followed by its value, in the order of the form. */
const filledIn = [
  "申请单位名称（盖章）：郑州示例企业服务有限公司",
  "填报日期：2026年9月14日",
  "注册日期2019年3月5日",
  "单位性质有限责任公司",
  "注册地址郑州市金水区花园路100号示例大厦8层",
  "邮政编码450000",
  "联系人李明",
  "联系电话0371-67880001",
  "传真0371-67880002",
  "手机13800000001",
  "网址及备案号(已建网站的填写)https://www.example.com豫ICP备12345678号-1",
  "电子邮件service@example.com",
  "注册资本500万元",
  "其中：主要投资方名称、性质、投资比例%示例投资有限公司，民营企业，60%王强，自然人，40%",
  "上年末总资产863.25万元",
  "仪器、设备数量46台(套)，购买价格128.4万元，占总资产14.9%",
  "服务场地面积1200.5平方米，其中：自有0平方米，租用1200.5平方米",
  "从业人数32人",
  "其中：大专及以上学历和中级及以上技术职称的专业人员27人，占总人数84.4%",
  "服务中小企业数2025620.5410.2863.2555.131.612",
  "2024540360790-12.32758",
  "获得专业服务资质情况知识产权服务机构备案；检验检测机构资质认定证书（CMA）。",
  "服务收入占年营业收入%政策信息推送120家22.5",
  "主要服务内容合作机构1有限公司检测服务1",
  "得到政府扶持的情况2024年获郑州市服务业发展专项资金20万元。",
  "1气相色谱仪22021年3月36.8万元是",
  "2服务平台软件12023年6月30日18万元否",
  "职员128本科郑州大学工程师技术服务",
  "备注：不少于12人",
  "1郑州第1示例制造有限公司联系人10371-67000000政策咨询、检测、培训√",
  "上一年度共服务中小企业12家",
  "目前的基本情况）平台类型：综合性平台本单位成立于2019年。目前设有信息、技术、培训三个服务部。",
  "公共服务需求情况金水区以现代服务业为主，中小企业集中。",
  "可持续发展等）建有管理制度十二项。",
  "收费等）近三年服务企业逐年增加。",
  "典型案例）帮助八家企业取得专利。",
  "（六）下一步发展设想建设线上服务大厅。",
];

describe.each([
  { format: "PDF", textOf: async (data: FormData | null) => withoutFooters(await pagesOf(data)) },
  { format: "DOCX", textOf: docxOf },
])("annex 2 as $format", ({ textOf }) => {
  test("prints every label of the form in its order, filled in and blank", async () => {
    expect(firstOutOfOrder(await textOf(sample(12)), annex2Labels)).toBeNull();
    expect(firstOutOfOrder(await textOf(null), annex2Labels)).toBeNull();
  });

  test("prints every value beside its label", async () => {
    expect(firstOutOfOrder(await textOf(sample(12)), filledIn)).toBeNull();
  });

  test("never prints a column that the form does not have", async () => {
    const text = await textOf(sample(12));
    expect(text).not.toContain("91410100MA9K12344B");
    expect(text).not.toContain("从业经验第1段");
  });

  test("prints a form with nothing given like an empty one", async () => {
    expect(firstOutOfOrder(await textOf({ sections: {}, lists: {} }), annex2Labels)).toBeNull();
  });
});

/** What stands above the line of the footer: the footer is drawn last on each page. */
function withoutFooters(pages: readonly string[]): string {
  return pages.map((page) => page.slice(0, page.lastIndexOf("郑州市中小企业公共服务示范平台申请报告"))).join("");
}

test("a blank form has room for as many rows as the law asks for", async () => {
  const text = withoutFooters(await pagesOf(null)).replaceAll(servedHead.join(""), "");
  expect(text).toContain(Array.from({ length: 60 }, (_, at) => String(at + 1)).join(""));
});

test("a long text and a long name are printed to their last character", async () => {
  const data = sample(12);
  const name = `${"郑州市超长名称企业服务".repeat(30).slice(0, 296)}有限公司`;
  const long = `${"平台服务发展情况说明。".repeat(1_000).slice(0, 9_998)}完毕`;
  const changed: FormData = {
    ...data,
    sections: {
      ...data.sections,
      cover: { ...data.sections.cover, applicant_name: name },
      narratives: { ...data.sections.narratives, main_achievements: long },
      capability: { qualifications: long },
    },
  };
  const text = withoutFooters(await pagesOf(changed));
  expect(text).toContain(`申请单位名称（盖章）：${name}`);
  expect(text.split(long)).toHaveLength(3);
  const word = await docxOf(changed);
  expect(word).toContain(name);
  expect(word.split(long)).toHaveLength(3);
});

test.each([200, 5_000])(
  "a list of %i rows has its head on each page and no row cut",
  { timeout: 300_000 },
  async (count) => {
    const pages = (await pagesOf(sample(count))).filter((page) =>
      page.includes("四、服务的中小企业名单及服务评价表（60家以上）第"),
    );
    const head = servedHead.join("");
    let next = 1;
    for (const page of pages) {
      expect(page.indexOf(head)).toBeGreaterThanOrEqual(0);
      for (
        let row = `${next}郑州第${next}示例制造有限公司联系人${next}0371-6${7_000_000 + next - 1}政策咨询、检测、培训`;
        page.includes(row);
      ) {
        next += 1;
        row = `${next}郑州第${next}示例制造有限公司联系人${next}0371-6${7_000_000 + next - 1}政策咨询、检测、培训`;
      }
    }
    expect(next).toBe(count + 1);
    expect(pages.at(-1)).toContain(`上一年度共服务中小企业${count}家`);
  },
);

test("every page says document, part, data version, short code and its number", async () => {
  const pages = await pagesOf(sample(200));
  const list = pages.filter((page) => page.includes("四、服务的中小企业名单及服务评价表（60家以上）第"));
  for (const page of pages) expect(page).toMatch(/数据版本12校验短码8G9PZ8TN$/);
  for (const [at, page] of list.entries())
    expect(page).toContain(`申请报告四、服务的中小企业名单及服务评价表（60家以上）第${at + 1}页/共${list.length}页`);
  expect(pages[0]).toContain("申请报告封面第1页/共2页");
});

test("every page of a demonstration says so", async () => {
  const document = annexDocument(forms, "annex_2", sample(12), { ...stamped, demonstration: true });
  for (const page of await readPdf(renderPdf(document))) expect(page).toContain("演示数据，不具效力");
});
