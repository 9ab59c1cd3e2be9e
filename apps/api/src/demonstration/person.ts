/** The product's own app, and whatever answers like it. */
export type Answering = { request(path: string, init: RequestInit): Response | Promise<Response> };

export type Asked = {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Told = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/** Somebody of the demonstration at a browser. */
export type Person = {
  ask(path: string, asked?: Asked): Promise<Told>;
  /** @throws Error when there is no such record for this reader */
  read<Body>(path: string): Promise<{ body: Body; etag: string }>;
  /** Makes a record; the key keeps a broken-off making from being done twice. @throws Error when it is refused */
  make<Body>(path: string, body: unknown, key: string): Promise<Body>;
  /** Does an act on a record in the state in which it is now. @throws Error when it is refused */
  act<Body>(path: string, act: string, body?: unknown): Promise<Body>;
};

/** Somebody at a browser who is not signed in yet. */
export function openBrowser(app: Answering): Pick<Person, "ask"> {
  let cookie = "";
  return {
    ask: async (path, { method, body, headers = {} } = {}) => {
      const isBytes = body instanceof Uint8Array;
      const response = await app.request(path, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: {
          ...(body === undefined || isBytes ? {} : { "content-type": "application/json" }),
          ...(cookie === "" ? {} : { cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      });
      const set = response.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
      if (set.length > 0) cookie = set.join("; ");
      const isJson = response.headers.get("content-type")?.includes("json") ?? false;
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** Signs a person in to the product, as at its first page. @throws Error when the password is not theirs */
export async function signIn(app: Answering, email: string, password: string): Promise<Person> {
  const { ask } = openBrowser(app);
  const insist = (told: Told, what: string): Told => {
    if (told.status >= 300) throw new Error(`${email}, ${what}: ${told.status} ${JSON.stringify(told.body)}`);
    return told;
  };
  const read = async <Body>(path: string) => {
    const told = insist(await ask(path), path);
    return { body: told.body as Body, etag: told.headers.get("etag") ?? "" };
  };
  insist(await ask("/api/v1/auth/sign-in/email", { body: { email, password } }), "signing in");
  return {
    ask,
    read,
    make: async <Body>(path: string, body: unknown, key: string) =>
      insist(await ask(path, { body, headers: { "idempotency-key": key } }), path).body as Body,
    act: async <Body>(path: string, act: string, body: unknown = {}) => {
      const { etag } = await read(path);
      return insist(await ask(`${path}/${act}`, { body, headers: { "if-match": etag } }), `${path}/${act}`)
        .body as Body;
    },
  };
}
