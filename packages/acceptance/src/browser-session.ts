import { type Answer, request, type Sent } from "./http.ts";

/** A person with an account at a browser: keeps the cookies of the answers, and everything that was ever answered. */
export interface Session {
  readonly answers: Answer[];
  call(path: string, sent?: Sent): Promise<Answer>;
}

export function openSession(url: string): Session {
  const cookies = new Map<string, string>();
  const answers: Answer[] = [];
  return {
    answers,
    call: async (path, sent = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await request(`${url}${path}`, { ...sent, headers: { cookie, ...sent.headers } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === "" || /max-age=0/i.test(set)) cookies.delete(name);
        else cookies.set(name, value);
      }
      answers.push(answer);
      return answer;
    },
  };
}
