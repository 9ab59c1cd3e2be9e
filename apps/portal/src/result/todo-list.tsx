import { texts } from "../texts.ts";
import { printPart } from "./print.ts";
import type { TodoGroup } from "./todo.ts";

/** What is still to be found out, to take along: on paper each item has a line to write on. */
export function TodoList({ groups }: { groups: readonly TodoGroup[] }) {
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  return (
    <section className="group todo" aria-labelledby="group-todo" data-part="todo">
      <h3 id="group-todo" tabIndex={-1}>
        {texts.result.todoTitle} <span className="count">{count}</span>
      </h3>
      <p className="quiet">{texts.result.todoNote}</p>
      {groups.map((group) => (
        <div key={group.who} className="todo-group">
          <h4>{group.who}</h4>
          <ol>
            {group.items.map((item) => (
              <li key={item.id}>
                <p>{item.what}</p>
                {item.where === null ? null : <p className="quiet">{item.where}</p>}
                <p className="write-here" aria-hidden="true">
                  {texts.result.todoAnswer}
                </p>
              </li>
            ))}
          </ol>
        </div>
      ))}
      <button type="button" className="button screen-only" onClick={() => printPart("todo")}>
        {texts.result.printTodo}
      </button>
    </section>
  );
}
