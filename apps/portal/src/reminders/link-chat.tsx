import type { LinkingChannel, LinkingCode } from "@shifan/contract/client";
import { useEffect, useRef } from "react";
import { attempt } from "../api/outcome.ts";
import { useKeptOutcome } from "../api/use-kept-outcome.ts";
import { CopyButton } from "../result/copy-button.tsx";
import { QrCode } from "../shell/qr-code.tsx";
import { texts } from "../texts.ts";
import { setbackWords } from "./use-reminders.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";

const words = texts.reminders.linking;
const askAgainMilliseconds = 3_000;

/**
 * Links a chat to the account by a code: in Telegram to scan, to tap and to type, in WeChat to type.
 *
 * @param since when the way that is open was opened; empty where none is
 */
export function LinkChat({
  channel,
  since,
  onLinked,
  onLeave,
}: {
  channel: LinkingChannel;
  since: string;
  onLinked: () => void;
  onLeave: () => void;
}) {
  const {
    value: code,
    setback,
    again,
  } = useKeptOutcome(`code ${channel}`, (client) => client.createLinkingCode(channel));
  return (
    <div className="card contact">
      <div role="alert">{setback === null ? null : <p className="field-error">{setbackWords(setback)}</p>}</div>
      {code === null || setback !== null ? null : <Shown key={code.code} {...{ channel, code, since, onLinked }} />}
      <div className="actions">
        <button type="button" className="button" onClick={again}>
          {words.again}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {texts.reminders.leave}
        </button>
      </div>
    </div>
  );
}

function Shown({
  channel,
  code,
  since,
  onLinked,
}: {
  channel: LinkingChannel;
  code: LinkingCode;
  since: string;
  onLinked: () => void;
}) {
  const left = useSecondsLeft(code.secondsLeft, code.code);
  const heading = useRef<HTMLParagraphElement>(null);
  const linked = useRef(onLinked);
  linked.current = onLinked;
  const isOver = left === 0;
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(async () => {
      const outcome = await attempt((client) => client.readReminders(null));
      const way = outcome.ok ? outcome.value.ways.find((each) => each.channel === channel) : undefined;
      if (way !== undefined && way.since !== since) linked.current();
    }, askAgainMilliseconds);
    return () => clearInterval(timer);
  }, [channel, isOver, since]);
  if (isOver) return <p role="status">{words.over}</p>;
  return (
    <>
      <p ref={heading} tabIndex={-1}>
        {words.lead[channel](code.account)}
      </p>
      <div className="link-chat">
        {code.deepLink === null ? null : <QrCode text={code.deepLink} label={words.qrCode} />}
        <div>
          {code.deepLink === null ? null : (
            <>
              <a className="button primary" href={code.deepLink} target="_blank" rel="noreferrer">
                {words.toTelegram}
              </a>
              <p>{words.orType}</p>
            </>
          )}
          <p className="linking-code">{code.code}</p>
          <CopyButton label={words.copy} text={() => code.code} />
        </div>
      </div>
      <p className="quiet" role="timer">
        {words.left(Math.floor(left / 60), left % 60)}
      </p>
      <p className="quiet">{words.waiting}</p>
    </>
  );
}
