const cover = { applicant_name: "郑州示范服务有限公司", filled_on: "2026-06-10" };
const section = { revision: 3, values: cover };
const values = {
  enterprise_name: "河南某某机械有限公司",
  contact: "张三",
  phone: "0371-67886827",
  service_summary: "精益生产诊断",
  satisfaction: "satisfied",
};
const row = { rowId: "5d9c2a64-2f0b-4e0f-8f0e-8f6a3c1f9b10", position: 0, revision: 1, values };
const list = { rows: 96, tag: "3f786850e387550fdab836ed7e6dc881" };
const workbook = "PK…";

/** An example of each body, by operation. */
export const applicationFormExamples = {
  readApplicationForm: {
    responses: {
      200: {
        parts: [
          {
            kind: "section",
            id: "cover",
            title: "封面",
            fields: [
              {
                id: "filled_on",
                name: "填报日期",
                type: "date",
                unit: null,
                note: "不晚于提交当天",
                isRequired: true,
                isPersonal: false,
                options: [],
              },
            ],
            groups: [],
            leastRows: null,
            mostRows: null,
            years: [],
          },
        ],
        dataVersion: 12,
        sections: { cover: section },
        lists: { served: list },
      },
    },
  },
  readApplicationSection: { responses: { 200: section } },
  writeApplicationSection: { request: cover, responses: { 200: section } },
  readApplicationRows: { responses: { 200: [row] } },
  replaceApplicationRows: { request: { rows: [values] }, responses: { 200: { ...list, rows: 1 } } },
  appendApplicationRow: { request: values, responses: { 201: row } },
  readApplicationRow: { responses: { 200: row } },
  changeApplicationRow: { request: values, responses: { 200: { ...row, revision: 2 } } },
  readApplicationListTemplate: { responses: { 200: workbook } },
  readApplicationListWorkbook: { responses: { 200: workbook } },
  importApplicationRows: {
    request: workbook,
    responses: { 200: { ...list, imported: 96, ignoredColumns: ["备注"] } },
  },
};
