// What vite has built must fit the network and the browsers of a police station: see README.md.
import {parse} from 'acorn';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';

const SITE = 'target/site';
/** What the bar of five seconds on a thin line leaves room for: 187 kB when this was set. */
const FIRST_LOAD_MAX = 220_000;

/** Fetched after the login without being asked for: the frame, and a station officer's first page. */
const FOLLOW = ['inside', 'intake'];

/** What Chrome 109 or Firefox 115 lack, and by what it would be written. */
const TOO_NEW = [
  ['Object.groupBy', /\bObject\.groupBy\b/],
  ['Map.groupBy', /\bMap\.groupBy\b/],
  ['Promise.withResolvers', /\bPromise\.withResolvers\b/],
  ['Promise.try', /\bPromise\.try\b/],
  ['Array.fromAsync', /\bArray\.fromAsync\b/],
  ['URL.canParse', /\bURL\.canParse\b/],
  ['URL.parse', /\bURL\.parse\b/],
  ['AbortSignal.any', /\bAbortSignal\.any\b/],
  ['toSorted', /\.toSorted\(/],
  ['toReversed', /\.toReversed\(/],
  ['toSpliced', /\.toSpliced\(/],
  ['isWellFormed', /\.isWellFormed\(/],
  ['Set methods', /\.(isSubsetOf|symmetricDifference|isDisjointFrom)\(/],
  ['Iterator helpers', /\bIterator\.from\b/],
  ['checkVisibility', /\.checkVisibility\(/],
];

/** Found in a library, looked at, and found to be asked for before it is used. */
const ASKED_FOR = new Set([]);

const CSS_TOO_NEW = [
  ['nesting', /[{;]\s*&/],
  ['color-mix', /color-mix\(/],
  [':has', /:has\(/],
  ['@layer is fine, @scope is not', /@scope/],
  ['light-dark', /light-dark\(/],
  ['text-wrap', /text-wrap\s*:/],
];

const problems = [];
const files = readdirSync(SITE, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

const sizes = new Map();
for (const file of files) {
  const bytes = readFileSync(file);
  if (/\.(js|css|html|svg|json)$/.test(file)) {
    const zipped = gzipSync(bytes, {level: 9});
    sizes.set(file, zipped.length);
    writeFileSync(`${file}.gz`, zipped);
  }
  const text = bytes.toString('utf8');
  if (file.endsWith('.js')) checkScript(file, text);
  if (file.endsWith('.css')) checkStyle(file, text);
}

function checkScript(file, text) {
  try {
    parse(text, {ecmaVersion: 2022, sourceType: 'module'});
  } catch (error) {
    problems.push(`${file}: not ES2022: ${error.message}`);
  }
  for (const [name, pattern] of TOO_NEW) {
    if (pattern.test(text) && !ASKED_FOR.has(name)) problems.push(`${file}: ${name} is newer than Chrome 109`);
  }
}

function checkStyle(file, text) {
  for (const [name, pattern] of CSS_TOO_NEW) {
    if (pattern.test(text)) problems.push(`${file}: CSS ${name} is newer than Chrome 109`);
  }
}

// First load: index.html, what it names, the pages that follow the login, the first of them, and everything those import
// without waiting to be asked.
const index = readFileSync(join(SITE, 'index.html'), 'utf8');
for (const [, address] of index.matchAll(/(?:src|href)="([^"]+)"/g)) {
  if (!address.startsWith('/')) problems.push(`index.html: ${address} comes from outside`);
}
const first = new Set([join(SITE, 'index.html')]);
const named = [...index.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => join(SITE, path));
for (const chunk of FOLLOW) {
  const file = files.find((each) => new RegExp(`/assets/${chunk}-[\\w-]{8}\\.js$`).test(each));
  if (file === undefined) problems.push(`no chunk ${chunk}, which follows the login`);
  else named.push(file);
}
while (named.length > 0) {
  const file = named.pop();
  if (first.has(file)) continue;
  first.add(file);
  if (!file.endsWith('.js')) continue;
  const tree = parse(readFileSync(file, 'utf8'), {ecmaVersion: 2022, sourceType: 'module'});
  for (const node of tree.body) {
    if ('source' in node && node.source) named.push(join(SITE, 'assets', String(node.source.value).replace('./', '')));
  }
}
let total = 0;
for (const file of first) total += sizes.get(file) ?? 0;
console.log(`first load: ${(total / 1000).toFixed(0)} kB by gzip in ${first.size} files (at most ${FIRST_LOAD_MAX / 1000})`);
if (total > FIRST_LOAD_MAX) problems.push(`the first load is ${total} bytes by gzip (expected: <= ${FIRST_LOAD_MAX})`);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
