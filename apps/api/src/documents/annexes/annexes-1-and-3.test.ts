import type { FormData } from "@shifan/rules";
import { describe, expect, test } from "vitest";
import { forms, stamped } from "../../../testing/documents/forms.ts";
import { firstOutOfOrder } from "../../../testing/documents/in-order.ts";
import { readDocx } from "../../../testing/documents/read-docx.ts";
import { readPdf } from "../../../testing/documents/read-pdf.ts";
import { sample } from "../../../testing/documents/sample.ts";
import { renderDocx } from "../docx/render-docx.ts";
import { createPdfRenderer } from "../pdf/render-pdf.ts";
import { annexDocument } from "./annex.ts";

const renderPdf = createPdfRenderer();

const declaration = [
  "附件3",
  "申报材料真实性声明",
  "本单位知悉并保证所提供的郑州市中小企业公共服务示范平台申报资料和相关证明文件的真实性、完整性和准确性，并承担因资料虚假而产生的后果。",
  "申报单位（盖章）：",
  "法定代表人（签字）：",
  "日期：",
];

const recommendation = [
  "附件1",
  "郑州市中小企业公共服务示范平台推荐表",
  "申请单位名称",
  "推荐区县(市)",
  "填报日期",
  "郑州市工业和信息化局制",
  "推荐单位组织测评情况（随机抽取，不少于10家）",
  ...["测评方法（可多选）", "上门拜访", "电话询问", "网络互动", "书面征求", "其他"],
  ...["抽样企业名称", "被访人员姓名", "职务", "联系电话", "对所受服务的总体评价", "很满意", "基本满意", "不满意"],
  "对区域中小企业发展的影响和作用：",
  "开发区、区县（市）市工信部门推荐意见：",
  "（章）",
  "年",
];

describe.each([
  {
    format: "PDF",
    textOf: async (id: string, data: FormData | null) =>
      (await readPdf(renderPdf(annexDocument(forms, id, data, stamped)))).join(""),
  },
  {
    format: "DOCX",
    textOf: async (id: string, data: FormData | null) =>
      readDocx(await renderDocx(annexDocument(forms, id, data, stamped))),
  },
])("as $format", ({ textOf }) => {
  test.each([
    ["annex_1", recommendation],
    ["annex_3", declaration],
  ])("%s prints the words of the form in their order, blank and filled in", async (id, labels) => {
    expect(firstOutOfOrder(await textOf(id, null), labels)).toBeNull();
    expect(firstOutOfOrder(await textOf(id, sample(12)), labels)).toBeNull();
  });

  test("annex 1 prints every value beside its label", async () => {
    const values = [
      "申请单位名称：郑州示例企业服务有限公司",
      "推荐区县(市)：金水区",
      "填报日期：2026年10月10日",
      "√上门拜访√电话询问网络互动书面征求其他",
      "郑州第1示例制造有限公司受访人1经理0371-67000000√",
      "影响和作用：带动区域内中小企业提升管理水平。",
      "推荐意见：符合条件，同意推荐。",
      "（章）2026年10月12日",
    ];
    expect(firstOutOfOrder(await textOf("annex_1", sample(12)), values)).toBeNull();
  });

  test("annex 3 prints unit and day, and leaves the signature to the hand", async () => {
    expect(await textOf("annex_3", sample(12))).toContain(
      "（盖章）：郑州示例企业服务有限公司法定代表人（签字）：日期：2026年9月14日",
    );
  });

  test("no box to tick is a character", async () => {
    expect(await textOf("annex_1", sample(12))).not.toMatch(/[☐☑☒□■]/);
  });
});

test("the places of seal and signature are drawn where asked for", async () => {
  const marked = annexDocument(forms, "annex_3", null, { ...stamped, placesMarked: true });
  const [page] = await readPdf(renderPdf(marked));
  expect(page).toMatch(/（盖章）：盖章处法定代表人（签字）：签字处/);
});
