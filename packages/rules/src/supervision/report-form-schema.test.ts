import { expect, test } from "vitest";
import { noReportForm, reportFormSchema } from "./report-form-schema.ts";

test("a field that is taken from elsewhere is required only where the form says so", () => {
  const texts = [
    { id: "a", takes: "narratives.next_plans" },
    { id: "b", takes: "platform_name", required: true },
  ];
  const form = reportFormSchema.parse({ ...noReportForm, texts });
  expect(form.texts.map(({ required }) => required)).toEqual([false, true]);
});

test("a policy that asks for no report states nothing of one", () => {
  expect(reportFormSchema.parse(noReportForm)).toEqual({
    title: "",
    article: "",
    mark: "设置",
    ground: "",
    served_list: null,
    figures: [],
    texts: [],
  });
});
