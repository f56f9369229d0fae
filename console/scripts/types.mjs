// The contract's types, made anew where the contract's document is newer than they are.
import {execFileSync} from 'node:child_process';
import {statSync} from 'node:fs';

const DOCUMENT = 'src/api/openapi.json';
const TYPES = 'src/api/schema.d.ts';

const made = statSync(TYPES, {throwIfNoEntry: false})?.mtimeMs ?? 0;
if (made < statSync(DOCUMENT).mtimeMs) {
  execFileSync('node_modules/.bin/openapi-typescript', [DOCUMENT, '-o', TYPES], {stdio: 'inherit'});
}
