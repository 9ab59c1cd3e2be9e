import type { Ref } from "react";
import { texts } from "../texts.ts";
import type { ShownChoice } from "./choices.ts";

type ChoiceBarProps = {
  choices: readonly ShownChoice[];
  /** Something other than a toggle is on its way: what is tapped now would answer a question that is gone. */
  busy: boolean;
  onChoose: (choice: ShownChoice) => void;
  landing: Ref<HTMLElement>;
};

const classNames = {
  answer: "choice",
  toggle: "choice toggle",
  leading: "choice leading",
  leaving: "choice leaving",
  tool: "choice tool",
};

/** The buttons under the last message: answers first, then what ends or leaves the question, then what looks around. */
export function ChoiceBar({ choices, busy, onChoose, landing }: ChoiceBarProps) {
  const button = (choice: ShownChoice) => (
    <button
      key={choice.action}
      type="button"
      className={classNames[choice.role]}
      aria-disabled={busy}
      {...(choice.selected === undefined ? {} : { "aria-pressed": choice.selected })}
      onClick={() => {
        if (!busy) onChoose(choice);
      }}
    >
      {choice.label}
    </button>
  );
  const of = (...roles: ShownChoice["role"][]) => choices.filter((choice) => roles.includes(choice.role));
  const tools = of("tool");
  const toggles = of("toggle");
  return (
    <section className="choices" ref={landing} tabIndex={-1} aria-label={texts.chat.choices}>
      {toggles.length === 0 ? null : (
        <fieldset className="toggles">
          <legend>{texts.chat.manyHint}</legend>
          {toggles.map(button)}
        </fieldset>
      )}
      <div className="answers">{of("answer", "leading", "leaving").map(button)}</div>
      {tools.length === 0 ? null : (
        <fieldset className="tools">
          <legend className="visually-hidden">{texts.chat.tools}</legend>
          {tools.map(button)}
        </fieldset>
      )}
    </section>
  );
}
