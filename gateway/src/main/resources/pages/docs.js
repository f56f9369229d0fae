"use strict";

// Draws /openapi.json. All text goes in as text, none as markup.

const VERBS = ["get", "put", "post", "patch", "delete"];

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function nameOf(reference) {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

function typeOf(schema) {
  if (!schema || Object.keys(schema).length === 0) return "any";
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.type === "array") return "[" + typeOf(schema.items) + "]";
  if (schema.additionalProperties) return "map of " + typeOf(schema.additionalProperties);
  return [schema.type, schema.format].filter(Boolean).join(" ");
}

const LIMITS = ["minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
  "minItems", "maxItems", "pattern", "x-minimum", "x-maximum", "x-exclusive-minimum", "x-exclusive-maximum",
  "x-oneof", "x-seen-by", "x-personal", "readOnly"];

function limitsOf(schema) {
  return LIMITS.filter((each) => schema[each] !== undefined)
    .map((each) => each.replace("x-", "") + " " + schema[each]).join(", ");
}

function row(cells, tag) {
  const line = element("tr");
  for (const cell of cells) line.append(element(tag || "td", cell));
  return line;
}

function fields(schema, schemas, depth) {
  const table = element("table");
  table.append(row(["field", "type", "limits", ""], "th"));
  for (const [name, property] of Object.entries(schema.properties || {})) {
    const required = (schema.required || []).includes(name) ? " *" : "";
    table.append(row([name + required, typeOf(property), limitsOf(property), property.description || ""]));
  }
  const holder = element("div");
  holder.append(table);
  if (depth > 0) for (const nested of references(schema)) holder.append(type(nested, schemas, depth - 1));
  return holder;
}

function references(schema) {
  const found = new Set();
  for (const property of Object.values(schema.properties || {})) {
    const target = property.$ref || (property.items && property.items.$ref) ||
      (property.additionalProperties && property.additionalProperties.$ref);
    if (target) found.add(nameOf(target));
  }
  return found;
}

function type(name, schemas, depth) {
  const details = element("details");
  details.append(element("summary", name));
  // Filled when opened: types lead to types.
  details.addEventListener("toggle", () => {
    if (details.childElementCount > 1) return;
    const schema = schemas[name] || {};
    if (schema.description) details.append(element("p", schema.description));
    if (schema.enum) details.append(element("pre", schema.enum.join("\n")));
    if (schema.properties) details.append(fields(schema, schemas, depth));
  });
  return details;
}

function body(holder, title, content, schemas) {
  for (const [media, value] of Object.entries(content || {})) {
    const schema = (value.schema && value.schema.contentSchema) || value.schema || {};
    holder.append(element("h4", title + ": " + media + ", " + typeOf(schema)));
    const target = schema.$ref || (schema.items && schema.items.$ref);
    if (target) holder.append(type(nameOf(target), schemas, 6));
  }
}

function operation(path, verb, spec, schemas) {
  const article = element("article");
  article.id = spec.operationId;
  const heading = element("h3");
  heading.append(element("span", verb.toUpperCase(), "verb " + verb), element("code", path));
  article.append(heading, element("p", spec.description));
  const roles = element("div");
  for (const role of spec["x-roles"] || []) roles.append(element("span", role, "tag"));
  article.append(roles);
  if (spec.parameters) {
    const table = element("table");
    table.append(row(["parameter", "in", "type", "limits", ""], "th"));
    for (const each of spec.parameters) {
      table.append(row([each.name + (each.required ? " *" : ""), each.in, typeOf(each.schema),
        limitsOf(each.schema), each.description || ""]));
    }
    article.append(table);
  }
  if (spec.requestBody) body(article, "Body", spec.requestBody.content, schemas);
  const answers = element("details");
  answers.append(element("summary", "Failures"));
  const table = element("table");
  for (const [status, response] of Object.entries(spec.responses)) {
    if (status === "200") body(article, "Answer", response.content, schemas);
    else if (response.description) table.append(row([status, response.description]));
  }
  answers.append(table);
  article.append(answers, element("p", "gRPC: " + spec["x-grpc-method"]));
  return article;
}

function draw(api) {
  const contents = document.getElementById("contents");
  const operations = document.getElementById("operations");
  operations.replaceChildren(element("p", api.info.description));
  const shown = [];
  for (const tag of api.tags) {
    const heading = element("h2", tag.name);
    heading.title = tag.description || "";
    contents.append(heading);
    for (const [path, item] of Object.entries(api.paths)) {
      for (const verb of VERBS) {
        const spec = item[verb];
        if (!spec || !spec.tags.includes(tag.name)) continue;
        const article = operation(path, verb, spec, api.components.schemas);
        const link = element("a", verb.toUpperCase() + " " + path);
        link.href = "#" + spec.operationId;
        contents.append(link);
        operations.append(article);
        shown.push({ article, link, words: JSON.stringify([path, verb, spec]).toLowerCase() });
      }
    }
  }
  document.getElementById("find").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const each of shown) {
      const hidden = wanted !== "" && !each.words.includes(wanted);
      each.article.hidden = hidden;
      each.link.hidden = hidden;
    }
  });
}

fetch("/openapi.json")
  .then((answer) => answer.json())
  .then(draw)
  .catch(() => document.getElementById("operations").replaceChildren(element("p", "The document could not be read.")));
