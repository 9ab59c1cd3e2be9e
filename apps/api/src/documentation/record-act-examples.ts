import type { RecordActs, SecondPerson } from "@shifan/contract";

const acts: RecordActs = {
  resource: "applications",
  id: "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11",
  revision: 7,
  acts: [
    {
      act: "complete-survey",
      label: "测评完成",
      article: "第十条",
      isOpen: false,
      obstacles: [
        {
          code: "sample_too_small",
          title: "测评的家数还不够",
          detail: "现在是6家，至少要10家。",
          article: "附件1",
        },
      ],
      demands: [],
    },
    {
      act: "not-recommend",
      label: "不予推荐",
      article: "第十条",
      isOpen: true,
      obstacles: [],
      demands: [
        {
          code: "reasons_required",
          title: "请写明理由",
          detail: "这个决定要有书面理由，申报单位会看到。",
          article: "第四条",
        },
      ],
    },
  ],
  next: [{ act: "resubmit", label: "再次提交", article: "第九条", roles: ["applicant", "platform"], who: "申报单位" }],
};
const secondPerson: SecondPerson = { act: "confirm", label: "第二人确认", isThere: true };

/** Examples of what may be done to a record, and of whether somebody is there to confirm. */
export const recordActExamples = {
  readRecordActs: { responses: { 200: acts } },
  readSecondPerson: { responses: { 200: secondPerson } },
};
