import type { Stage } from "../stage.ts";
import { begin, step } from "./record.ts";

/** The city answers what its districts asked about an article (第十七条); a second officer issues it. */
export async function interpret(stage: Stage, day: string): Promise<void> {
  stage.setTime(day);
  const city = await stage.person("city");
  const draft = await begin<{ id: string; state: string }>(
    city,
    "/api/v1/interpretations",
    {
      article: "第十二条",
      question: "年中取得资格的平台，当年的半年工作总结要不要报？",
      answer: "资格没有满整个半年的，这半年的总结可以不报；愿意报的，推荐部门照常接收。",
      documentNumber: `郑工信函〔${day.slice(0, 4)}〕8号`,
    },
    `interpretation-${day}`,
  );
  if (draft.body.state === "draft") await step(await stage.person("city2"), draft, "issue");
}
