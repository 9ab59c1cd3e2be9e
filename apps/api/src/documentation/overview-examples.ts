import type { Overview } from "@shifan/contract";

const overview: Overview = {
  asOf: "2026-11-26",
  title: "郑州市中小企业公共服务示范平台工作一页纸",
  summary:
    "逾期3件，涉及1个区县（市）、开发区。下一件：半年定期检查（2026年下半年）还有6件，12月31日24:00前，还有35天（第十三条）。",
  round: null,
  late: [
    {
      key: "410105",
      name: "金水区",
      count: 3,
      items: [{ what: "半年定期检查（2026年上半年）", count: 3, dueOn: "2026-06-30", article: "第十三条" }],
    },
  ],
  next: [
    {
      dueOn: "2026-12-31",
      daysLeft: 35,
      text: "半年定期检查（2026年下半年）还有6件，12月31日24:00前",
      article: "第十三条",
    },
  ],
  fixed: [
    {
      id: "publicity_working_days",
      text: "公示至少几个工作日：5个工作日",
      article: "第十一条",
      mark: "解释",
      ground: "办法只写“经公示无异议”；本地通行做法为5个工作日，起始日是工作日的计入",
    },
  ],
};

/** Examples of the page for whoever answers for the whole. */
export const overviewExamples = {
  readOverview: { responses: { 200: overview } },
  printOverview: { responses: { 200: "%PDF-1.7 …" } },
};
