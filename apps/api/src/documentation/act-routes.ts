import { createRoute, z } from "@hono/zod-openapi";
import {
  type ActDescription,
  actDescriptionSchema,
  dateTextSchema,
  labelInForm,
  labelOfAct,
  valueLabelsInForm,
} from "@shifan/contract";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { actOfAddress, secondActAfter } from "../record-acts/second-person.ts";
import type { OpenApiDocument } from "./document.ts";
import { refusals } from "./refusals.ts";

const name = z.string().regex(/^[a-z-]{1,60}$/, "只用小写字母和连字符");

const actRoute = createRoute({
  method: "get",
  path: "/api/v1/acts/{resource}/{act}",
  operationId: "describeAct",
  tags: ["运行"],
  summary: "一件事办了会怎样、要填写什么；页面照此画出表单",
  security: [],
  request: {
    params: z.strictObject({
      resource: name.meta({ description: "地址里的资源，例如 applications" }),
      act: name.meta({ description: "地址里的动作；新建记录写 create" }),
    }),
  },
  responses: {
    200: {
      description: "说明、内容的 JSON Schema 和例子",
      content: { "application/json": { schema: actDescriptionSchema } },
    },
    ...refusals("unknown_path", "invalid_input"),
  },
});

/** Describes one act by what the API's own description says of it. */
export function actDescriptionRoutes(describe: () => OpenApiDocument) {
  const router = createRouter();
  router.openapi(actRoute, (context) => {
    const { resource, act } = context.req.valid("param");
    const described = describeAct(describe(), resource, act);
    if (described === null) return problem(context, "unknown_path");
    context.header("cache-control", "no-cache");
    return context.json(described, 200);
  });
  return router;
}

type Operation = {
  summary?: string;
  description?: string;
  requestBody?: { content?: Record<string, { schema?: unknown; example?: unknown }> };
};

function describeAct(document: OpenApiDocument, resource: string, act: string): ActDescription | null {
  const path = act === "create" ? `/api/v1/${resource}` : `/api/v1/${resource}/{id}/${act}`;
  const operation = document.paths?.[path]?.post as Operation | undefined;
  if (operation === undefined) return null;
  const { summary = "", description = "", requestBody } = operation;
  const body = requestBody?.content?.["application/json"];
  const known = actOfAddress(resource, act);
  return {
    resource,
    act,
    // What is done to a record without being an act of its own has the first words of its summary.
    label: labelOfAct(resource, act) ?? summary.split(/[，：（]/)[0] ?? summary,
    summary,
    description: forPeople(description),
    needsSecondPerson: known !== null && secondActAfter(known) !== null,
    body: inWords(
      unfolded(body?.schema ?? { type: "object", properties: {} }, document.components?.schemas ?? {}) as Schema,
      `${resource}/${act}`,
    ),
    example: body?.example ?? {},
  };
}

/** What of a description is said to people: sentences that name codes of the API are for programs. Null: nothing. */
function forPeople(description: string): string | null {
  const sentences = description
    .split(/(?<=。)/)
    .filter((sentence) => !/(?:[a-z]{2,}[A-Z]|[a-z]{5,}|ETag)/.test(sentence));
  return sentences.length === 0 ? null : sentences.join("");
}

/** A schema with what it refers to in its place. Schemas of bodies do not refer to themselves. */
function unfolded(schema: unknown, components: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => unfolded(each, components));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = schema as { $ref?: unknown };
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, unfolded(value, components)]));
  if (typeof $ref !== "string") return own;
  const target = unfolded(components[$ref.slice($ref.lastIndexOf("/") + 1)], components);
  return { ...(target as object), ...own };
}

type Schema = {
  properties?: Record<string, Schema>;
  description?: string;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  [keyword: string]: unknown;
};

const dayNotation = dateTextSchema.meta()?.description;

/** A body with what people call its fields and the values of its choices; descriptions then do without the codes of values. */
function inWords(schema: Schema, form: string): Schema {
  const { properties, items, anyOf, oneOf } = schema;
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: fieldsInWords(properties, form) }),
    ...(items === undefined ? {} : { items: inWords(items, form) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((each) => inWords(each, form)) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map((each) => inWords(each, form)) }),
  };
}

function fieldsInWords(properties: Record<string, Schema>, form: string): Record<string, Schema> {
  const entries = Object.entries(properties).map(([name, property]) => {
    const field = inWords(property, form);
    const labels = valueLabelsInForm(form, name);
    const choices = labels === null ? {} : { "x-labels": labels };
    // How programs write a day is nothing to people: a field of a day takes what they write.
    const own = field.description === dayNotation ? undefined : field.description;
    const description = own?.replaceAll(/[a-z_]+ (?=[\u4e00-\u9fff])/g, "");
    const words = { title: labelInForm(form, name), description };
    // The values of a list of choices are called by its items.
    if (field.items !== undefined)
      return [name, { ...field, ...words, items: { ...field.items, ...choices } }] as const;
    return [name, { ...field, ...words, ...choices }] as const;
  });
  return Object.fromEntries(entries);
}
