import { ConfirmButton } from "../shell/confirm-button.tsx";
import { texts } from "../texts.ts";
import { deviceMemory } from "./remembered.ts";
import { conversation } from "./use-conversation.ts";

/** What this device keeps of the self-check, and how to be rid of it. */
export function About() {
  return (
    <section className="about" aria-labelledby="about">
      <h2 id="about">{texts.chat.aboutTitle}</h2>
      {deviceMemory.lasts() ? (
        <p>
          {texts.chat.keptHere}
          {texts.chat.sharedComputer}
        </p>
      ) : (
        <p>{texts.chat.notKept}</p>
      )}
      <div className="actions">
        <ConfirmButton
          label={texts.chat.restart}
          ask={texts.chat.restartAsk}
          yes={texts.chat.restartYes}
          no={texts.chat.restartNo}
          onYes={() => void conversation.restart()}
        />
        <ConfirmButton
          label={texts.chat.forget}
          ask={texts.chat.forgetAsk}
          yes={texts.chat.forgetYes}
          no={texts.chat.forgetNo}
          onYes={() => conversation.forget()}
        />
      </div>
    </section>
  );
}
