import { useRef } from "react";
import { randomKey } from "../api/random-key.ts";

/** One key for one content: a call sent twice makes one record, and what was corrected is another call. */
export function useContentKey(): (body: unknown) => string {
  const sent = useRef({ content: "", key: "" });
  return (body) => {
    const content = JSON.stringify(body);
    if (sent.current.content !== content) sent.current = { content, key: randomKey() };
    return sent.current.key;
  };
}
