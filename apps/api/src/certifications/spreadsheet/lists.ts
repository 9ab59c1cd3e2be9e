import { titleCheckKindLabels } from "@shifan/contract";
import {
  articleOfAct,
  type FieldType,
  type FormField,
  type FormList,
  type FormValue,
  type Policy,
  type TitleCheckResult,
  titleCheckKinds,
} from "@shifan/rules";
import type { ListGuide } from "../../application-form/spreadsheet/write-list.ts";

/*
 * The two sheets in which titles are entered: one row for a title, and one for each of its checks. The columns are named as the call in JSON
 * names its values, so that both are judged by the same schema and the same checks.
 */

const mark = "设置" as const;

type Column = Pick<FormField, "id" | "label"> & { type?: FieldType; isOptional?: true; note?: string } & {
  options?: readonly (readonly [string, string])[];
};

function listOf(
  { document: policy }: Policy,
  { id, title, mostRows }: { id: string; title: string; mostRows: number },
  columns: readonly Column[],
): FormList {
  const article = articleOfAct(policy, "certifications", "import");
  const fields = columns.map(({ id: field, label, type = "text", isOptional = false, note, options }): FormField => {
    return {
      id: field,
      label,
      name: label,
      type: options === undefined ? type : "choice",
      required: !isOptional,
      printed: !isOptional,
      personal: false,
      article,
      mark,
      longest: 2_000,
      ...(note === undefined ? {} : { note }),
      ...(options === undefined ? {} : { options: options.map(([value, text]) => ({ value, label: text })) }),
    };
  });
  const document = { kind: "list" as const, id, title, heading: null, article, mark, numbered: null, columns: fields };
  return {
    id,
    annex: "",
    title,
    heading: null,
    columns: fields,
    columnsById: new Map(fields.map((field) => [field.id, field])),
    document: { ...document, most_rows: { value: mostRows, mark } },
  };
}

const kinds = titleCheckKinds.map((kind) => [kind, titleCheckKindLabels[kind]] as const);
const results: readonly (readonly [TitleCheckResult, string])[] = [
  ["passed", "合格"],
  ["failed", "不合格"],
  ["absent", "无故不参加"],
  ["falsified", "弄虚作假"],
];

/** The sheet of titles, with the districts of the policy. */
export function titlesList(policy: Policy): FormList {
  const { document } = policy;
  const types = Object.entries(document.facts.find(({ id }) => id === "platform_type")?.options ?? {});
  const ended = "只在取消或撤销时填写";
  return listOf(policy, { id: "titles", title: "资格", mostRows: 500 }, [
    { id: "uscc", label: "统一社会信用代码" },
    { id: "organizationName", label: "单位名称" },
    { id: "district", label: "推荐部门", options: document.districts.map(({ id, name }) => [id, name] as const) },
    { id: "platformName", label: "平台名称" },
    { id: "platformType", label: "平台类型", options: types },
    { id: "documentNumber", label: "认定文号" },
    { id: "certificateNumber", label: "证书编号", isOptional: true },
    { id: "validFrom", label: "有效期起", type: "date" },
    { id: "validTo", label: "有效期止", type: "date", note: "最后一天，含当天" },
    {
      id: "state",
      label: "现状",
      options: [
        ["valid", "有效"],
        ["cancelled", "取消"],
        ["revoked", "撤销"],
      ],
      note: "纸质文件上的现状；有效期已满的也写有效",
    },
    { id: "endedOn", label: "取消或撤销日期", type: "date", isOptional: true, note: ended },
    { id: "endServedOn", label: "送达日期", type: "date", isOptional: true, note: `${ended}，有送达记录的` },
    { id: "endDocumentNumber", label: "取消或撤销文号", isOptional: true, note: ended },
    {
      id: "endSource",
      label: "取消或撤销依据",
      isOptional: true,
      note: `${ended}，依据哪份纸质文件；不写的同补录依据`,
    },
    { id: "source", label: "补录依据", note: "依据哪份纸质文件，在哪里" },
  ]);
}

/** The sheet of checks: which title, how it was looked at, and what was found. */
export function checksList(policy: Policy): FormList {
  return listOf(policy, { id: "checks", title: "检查", mostRows: 5_000 }, [
    { id: "uscc", label: "统一社会信用代码", note: "与“资格”表里的一行相同" },
    { id: "titleDocument", label: "认定文号", note: "与“资格”表里的一行相同" },
    { id: "platformName", label: "平台名称", isOptional: true, note: "一份文件认定了同一单位几个平台时必填" },
    { id: "kind", label: "种类", options: kinds },
    { id: "checkedOn", label: "检查日期", type: "date" },
    { id: "result", label: "结果", options: results, note: "无故不参加、弄虚作假只用于考核" },
    { id: "documentNumber", label: "检查文号", isOptional: true },
    { id: "remark", label: "情况", isOptional: true },
    { id: "source", label: "依据", note: "依据哪份纸质文件，在哪里" },
  ]);
}

/** What the workbook says of itself. */
export const titlesGuide: ListGuide = {
  title: "补录已有的资格",
  rules: [
    "“资格”表一项资格一行，“检查”表一次检查一行；没有检查记录的，“检查”表留空。各列的先后可以改，表头的文字不要改。",
    "导入时逐格核对，有一格不对就整份不导入，并指出是哪一格。",
    "浅绿色表头的列，没有的可以不填。日期写成2026-03-15、2026年3月15日或表格的日期都可以。",
    "录入后由另一位工作人员逐项确认才有效力，并标明“据纸质文件补录”。",
  ],
  optional: "没有的可以不填",
  presence: { heading: "是否必填", of: ({ printed }) => (printed ? "必填" : "可不填") },
};

/** The values of a row that are given. */
export function givenOf(row: Readonly<Record<string, FormValue | null>>): Record<string, FormValue> {
  return Object.fromEntries(Object.entries(row).flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
}
