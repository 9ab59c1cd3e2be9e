import { Problem } from "@shifan/contract/client";
import { describe, expect, it } from "vitest";
import { createUploadQueue } from "./queue.ts";

const fileOf = (name: string) => new File(["x"], name);
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A queue whose uploads end as they are told, by the file's name. */
function createQueue(outcomes: Readonly<Record<string, (attempt: number) => string>> = {}) {
  const takenBack: string[] = [];
  const stopped: string[] = [];
  const started: string[] = [];
  const queue = createUploadQueue({
    start: ({ name }) => {
      let attempt = 0;
      return {
        run: async () => {
          started.push(name);
          attempt += 1;
          return outcomes[name]?.(attempt) ?? `id of ${name}`;
        },
        stop: async () => {
          stopped.push(name);
        },
      };
    },
    takeBack: async (id) => {
      takenBack.push(id);
    },
    refusalOf: ({ name }) => (name.endsWith(".mp4") ? "不收" : null),
  });
  const standings = () => queue.files().map(({ name, standing }) => `${name} ${standing}`);
  const keyOf = (name: string) => queue.files().find((each) => each.name === name)?.key ?? "";
  return { queue, standings, keyOf, started, takenBack, stopped };
}

describe("the files of a field", () => {
  it("are sent one after the other in the order in which they were chosen, without what is not taken", async () => {
    const { queue, standings, started } = createQueue();
    queue.add([fileOf("a.pdf"), fileOf("b.mp4"), fileOf("c.pdf")]);
    await settled();
    expect(started).toEqual(["a.pdf", "c.pdf"]);
    expect(standings()).toEqual(["a.pdf done", "b.mp4 refused", "c.pdf done"]);
  });

  it("keep their place when one of them was interrupted and gone on with later", async () => {
    const breaks = (attempt: number) => {
      if (attempt === 1) throw new TypeError("no line");
      return "id of a.pdf";
    };
    const { queue, standings } = createQueue({ "a.pdf": breaks });
    queue.add([fileOf("a.pdf"), fileOf("b.pdf")]);
    await settled();
    expect(standings()).toEqual(["a.pdf interrupted", "b.pdf done"]);
    queue.allAgain();
    await settled();
    expect(queue.files().map(({ id }) => id)).toEqual(["id of a.pdf", "id of b.pdf"]);
  });

  it("say why the server did not take one", async () => {
    const refused = new Problem(422, { code: "file_encrypted", title: "文件加了密", detail: "请去掉密码。" }, null);
    const { queue } = createQueue({
      "a.pdf": () => {
        throw refused;
      },
    });
    queue.add([fileOf("a.pdf")]);
    await settled();
    expect(queue.files()).toMatchObject([{ standing: "refused", cause: refused }]);
  });

  it("leave nothing on the server when they are taken away", async () => {
    const { queue, keyOf, takenBack, stopped } = createQueue({
      "b.pdf": () => {
        throw new TypeError("no line");
      },
    });
    queue.add([fileOf("a.pdf"), fileOf("b.pdf"), fileOf("c.pdf")]);
    await settled();
    queue.remove(keyOf("a.pdf"));
    expect(takenBack).toEqual(["id of a.pdf"]);
    queue.discard();
    expect(takenBack).toEqual(["id of a.pdf", "id of c.pdf"]);
    expect(stopped).toEqual(["b.pdf"]);
    expect(queue.files()).toEqual([]);
  });
});
