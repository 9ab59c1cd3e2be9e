import { describe, expect, test } from "vitest";
import { forms, stamped } from "../../../testing/documents/forms.ts";
import { firstOutOfOrder } from "../../../testing/documents/in-order.ts";
import { annex2Labels } from "../../../testing/documents/labels.ts";
import { readDocx } from "../../../testing/documents/read-docx.ts";
import { readPdf } from "../../../testing/documents/read-pdf.ts";
import { sample } from "../../../testing/documents/sample.ts";
import type { PrintedDocument } from "../description/description.ts";
import { renderDocx } from "../docx/render-docx.ts";
import { createPdfRenderer } from "../pdf/render-pdf.ts";
import { callSheetDocument } from "./call-sheet.ts";
import { mandateLetter } from "./mandate-letter.ts";
import { packetDocument } from "./packet.ts";
import { receiptDocument } from "./receipt.ts";

const renderPdf = createPdfRenderer();
const { stamp, demonstration, madeOn } = stamped;
const options = { stamp, demonstration, madeOn };
const programme = { name: "郑州市中小企业公共服务示范平台", roundYear: 2026 };

const formats = [
  { format: "PDF", textOf: async (document: PrintedDocument) => (await readPdf(renderPdf(document))).join("") },
  { format: "DOCX", textOf: async (document: PrintedDocument) => readDocx(await renderDocx(document)) },
];

describe.each(formats)("as $format", ({ textOf }) => {
  test("the mandate letter is a blank to write in, with places for seal and signatures", async () => {
    const letter = mandateLetter(
      {
        programme,
        addressee: "金水区工信部门",
        organization: "",
        uscc: "",
        name: "",
        phone: "",
        declarationArticle: "附件3",
      },
      { ...options, stamp: null },
    );
    const words = [
      "授权书",
      "金水区工信部门：",
      "兹授权（联系电话）为本单位经办人，办理2026年度郑州市中小企业公共服务示范平台申报事项",
      "授权期限自年月日至年月日。",
      "不在授权范围内（附件3）。",
      ...[
        "单位名称（盖章）：",
        "盖章处",
        "统一社会信用代码：",
        "法定代表人（签字）：",
        "签字处",
        "经办人（签字）：",
        "签字处",
      ],
      "日期：年月日",
    ];
    expect(firstOutOfOrder(await textOf(letter), words)).toBeNull();
  });

  test("the receipt says which papers came when, from whom, and who received them", async () => {
    const receipt = receiptDocument(
      {
        number: "2026-0017",
        programme,
        organization: "郑州示例企业服务有限公司",
        uscc: "91410100MA9K12344B",
        receivedAt: "金水区工信部门",
        receivedOn: "2026-06-28",
        receivedBy: "赵敏",
        handedInBy: "李明",
        papers: [
          { number: "1", title: "申请报告（附件2）", copies: 2, remark: "已盖章" },
          { number: "3", title: "信用信息报告和查询结果", copies: null, remark: "" },
        ],
        notice: "收到日期是核对截止时间的依据（第九条）。",
      },
      options,
    );
    const words = [
      "收件回执",
      "回执编号2026-0017收到日期2026年6月28日",
      "申报单位郑州示例企业服务有限公司信用代码91410100MA9K12344B",
      "申报批次2026年度收件单位金水区工信部门",
      "收件人赵敏递交人李明",
      "编号材料名称份数备注1申请报告（附件2）2已盖章3信用信息报告和查询结果",
      "收到日期是核对截止时间的依据（第九条）。",
      ...["收件单位（盖章）：", "收件人（签字）：", "递交人（签字）："],
    ];
    expect(firstOutOfOrder(await textOf(receipt), words)).toBeNull();
  });

  test("the call sheet names each drawn enterprise and leaves every answer open", async () => {
    const sheet = callSheetDocument(
      {
        programme,
        applicant: "郑州示例企业服务有限公司",
        district: "金水区",
        methods: ["上门拜访", "电话询问"],
        ratings: ["很满意", "基本满意", "不满意"],
        enterprises: [
          { place: 2, name: "甲制造有限公司", contact: "张三", phone: "0371-67000001", services: "检测" },
          { place: 12, name: "乙制造有限公司", contact: "李四", phone: "13800000002", services: "" },
        ],
      },
      options,
    );
    const text = await textOf(sheet);
    const open = "上门拜访电话询问很满意基本满意不满意";
    const words = [
      "满意度测评登记表",
      "申报单位：郑州示例企业服务有限公司推荐单位：金水区2026年度",
      ...["序号", "抽样企业名称", "联系人、联系电话", "被访人员姓名、职务", "测评方法", "总体评价"],
      `2甲制造有限公司服务内容：检测张三0371-67000001${open}`,
      `12乙制造有限公司李四13800000002${open}`,
    ];
    expect(firstOutOfOrder(text, words)).toBeNull();
    expect(text).not.toContain("√");
  });
});

describe("the packet", () => {
  const packet = packetDocument(
    {
      programme,
      organization: "郑州示例企业服务有限公司",
      forms,
      data: sample(12),
      annexes: ["annex_2", "annex_3"],
      papers: [
        { number: "1", title: "申请报告（附件2）", article: "第九条（一）", places: ["seal"], state: "本包" },
        {
          number: "14",
          title: "真实性声明（附件3）",
          article: "第九条（十四）",
          places: ["seal", "signature"],
          state: "本包",
        },
      ],
      instruction: "一式一份，左侧装订。",
    },
    options,
  );

  test("is one file: the order of the papers, annex 2, annex 3", async () => {
    const pages = await readPdf(renderPdf(packet));
    const order = [
      "装订顺序",
      "1申请报告（附件2）第九条（一）盖章本包",
      "14真实性声明（附件3）第九条（十四）盖章、签字本包",
      "一式一份",
    ];
    expect(firstOutOfOrder(pages.join(""), [...order, ...annex2Labels, "附件3", "法定代表人（签字）："])).toBeNull();
  });

  test("marks the places of seal and signature, and counts the pages of each part for itself", async () => {
    const pages = await readPdf(renderPdf(packet));
    expect(pages[1]).toContain("盖章处");
    expect(pages.at(-1)).toMatch(/盖章处.*签字处.*申报材料真实性声明第1页\/共1页/);
    expect(pages[0]).toContain("装订顺序第1页/共1页");
  });
});
