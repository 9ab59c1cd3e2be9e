import type { Choice, Message, Turn } from "@shifan/contract/client";

/** A turn of one message, for tests. */
export function turnOf(message: Partial<Message>, question: Turn["question"] = null): Turn {
  return {
    messages: [{ text: "", choices: [], files: [], ...message }],
    question,
    progress: { answered: 0, remaining: 1 },
    assessment: null,
  };
}

export function choicesOf(...labels: string[]): Choice[] {
  return labels.map((label, index) => ({ label, action: `choose:${index}` }));
}
