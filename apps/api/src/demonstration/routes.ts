import { createRoute } from "@hono/zod-openapi";
import { demonstrationSchema } from "@shifan/contract";
import { createRouter } from "../http/router.ts";
import type { ReadProgress } from "./progress.ts";

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/public/demonstration",
  operationId: "readDemonstration",
  tags: ["运行"],
  summary: "是不是演示，演示数据准备到哪里",
  responses: {
    200: { description: "演示", content: { "application/json": { schema: demonstrationSchema } } },
  },
});

const mark = "演示数据，不具效力";

/** Whether this is a demonstration, and how far its data are: the pages say so. */
export function demonstrationRoutes({ demo, readProgress }: { demo: boolean; readProgress: ReadProgress }) {
  const router = createRouter();
  router.openapi(readRoute, (context) => {
    const progress = readProgress();
    if (!demo)
      return context.json({ isDemonstration: false, state: "none", text: "", done: 0, total: 0 } as const, 200);
    if (progress === null || progress.state === "ready") {
      const state = progress === null ? "none" : "ready";
      return context.json({ isDemonstration: true, state, text: mark, done: 0, total: 0 } as const, 200);
    }
    const { state, done, total } = progress;
    const share = total === 0 ? 0 : Math.floor((done * 100) / total);
    const text =
      state === "preparing" ? `${mark}；演示数据正在准备，已完成${share}%` : `${mark}；演示数据没有准备完，请看日志`;
    return context.json({ isDemonstration: true, state, text, done, total }, 200);
  });
  return router;
}
