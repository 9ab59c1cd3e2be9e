import { begin, step } from "../record.ts";
import type { Stage } from "../stage.ts";

type Draft = { id: string; state: string };

/** The city answers what its districts asked about an article (第十七条); a second officer issues it. */
export async function interpret(stage: Stage, day: string): Promise<void> {
  stage.setTime(day);
  const draft = await begin<Draft>(
    await stage.person("city"),
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

/** The second officer has drafted an answer, which the first is to look at and issue. */
export async function draftInterpretation(stage: Stage, day: string): Promise<void> {
  stage.setTime(day);
  const draft = {
    article: "第十三条",
    question: "平台搬到另一个区，搬迁当期的定期检查由哪个区做？",
    answer: "由搬迁以前的推荐部门做完当期检查，下一期起由迁入地的推荐部门检查。",
    documentNumber: `郑工信函〔${day.slice(0, 4)}〕21号`,
  };
  await begin<Draft>(await stage.person("city2"), "/api/v1/interpretations", draft, `interpretation-${day}`);
}
