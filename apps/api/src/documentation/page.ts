import { problemCodes } from "@shifan/contract";
import { html } from "hono/html";
import type { OpenApiDocument } from "./document.ts";

type Parameter = { name: string; in: string; required?: boolean; description?: string };
type Body = { content?: Record<string, { schema?: unknown; example?: unknown }> };
type Operation = {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, unknown>[];
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body & { description: string }>;
};

/** The API for people: one page, without a script, without anything from elsewhere. */
export function renderPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const tags = document.tags ?? [];
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title} · 接口说明</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header>
<h1>${document.info.title} · 接口说明</h1>
${(document.info.description ?? "").split("\n").map((line) => html`<p>${line}</p>`)}
<p>给程序用的同一份说明：<a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）</p>
</header>
<nav aria-label="目录"><ul>
${tags.map(({ name }) => html`<li>${name}<ul>${operations.filter(({ tags: own }) => own?.includes(name)).map(renderLink)}</ul></li>`)}
<li><a href="#codes">没有被接受时的代码</a></li>
</ul></nav>
<main>
${tags.map(
  ({ name, description }) => html`<section><h2>${name}</h2><p>${description ?? ""}</p>
${operations.filter(({ tags: own }) => own?.includes(name)).map(renderOperation)}</section>`,
)}
<section><h2 id="codes">没有被接受时的代码</h2>
<table><thead><tr><th scope="col">code</th><th scope="col">状态</th><th scope="col">意思</th><th scope="col">怎么办</th></tr></thead><tbody>
${Object.entries(problemCodes).map(
  ([code, { status, title, detail }]) =>
    html`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td><td>${detail}</td></tr>`,
)}
</tbody></table></section>
</main>
</body>
</html>`;
  return String(page);
}

type Located = Operation & { path: string; method: string };

function renderLink({ operationId, summary }: Located) {
  return html`<li><a href="#${operationId}">${summary ?? operationId}</a></li>`;
}

function renderOperation(operation: Located) {
  const { operationId, method, path, summary, description, parameters, requestBody, responses, security } = operation;
  return html`<article id="${operationId}">
<h3>${summary ?? operationId}</h3>
<p class="address"><b>${method.toUpperCase()}</b> <code>${path}</code></p>
${description === undefined ? "" : html`<p>${description}</p>`}
${(security ?? []).map((scheme) => ("sessionCookie" in scheme ? html`<p>需要登录（Cookie）</p>` : html`<p>请求头：<code>Authorization: Bearer …</code></p>`))}
${
  (parameters ?? []).length === 0
    ? ""
    : html`<ul>${(parameters ?? []).map(
        (parameter) =>
          html`<li><code>${parameter.name}</code>（${places[parameter.in] ?? parameter.in}${parameter.required ? "，必填" : ""}）${parameter.description ?? ""}</li>`,
      )}</ul>`
}
${renderExample("请求", requestBody)}
${Object.entries(responses).map(([status, response]) => {
  const label = `${status} ${response.description}`;
  return Number(status) < 300 ? renderExample(label, response) : html`<p class="refusal">${label}</p>`;
})}
</article>`;
}

const places: Readonly<Record<string, string>> = { path: "地址里", query: "查询参数", header: "请求头" };

function renderExample(label: string, body: Body | undefined) {
  if (body === undefined) return "";
  const [media] = Object.values(body.content ?? {});
  if (media?.example === undefined) return html`<p>${label}</p>`;
  const text = typeof media.example === "string" ? media.example : JSON.stringify(media.example, null, 2);
  return html`<details><summary>${label}，例子</summary><pre tabindex="0"><code>${text}</code></pre></details>`;
}
