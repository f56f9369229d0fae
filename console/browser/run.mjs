// The console in a real browser, against a running system: every file `*.story.mjs` beside this one, in order.
// HOLDFAST_URL and HOLDFAST_ISSUER name the system; pictures go to target/browser.
import {readdirSync} from 'node:fs';
import {Stage} from './stage.mjs';

const stories = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.story.mjs'))
  .sort();
const wanted = process.argv.slice(2);

let failed = 0;
for (const name of stories.filter((each) => wanted.length === 0 || wanted.some((part) => each.includes(part)))) {
  const begun = Date.now();
  const stage = await Stage.open();
  try {
    const {default: tell} = await import(`./${name}`);
    await tell(stage);
  } catch (failure) {
    stage.faults.push(failure instanceof Error ? (failure.stack ?? failure.message) : String(failure));
    await stage.lastLook(name);
  } finally {
    await stage.close();
  }
  const verdict = stage.faults.length === 0 ? 'passed' : 'FAILED';
  console.log(`${verdict}  ${name}  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  for (const fault of stage.faults) console.log(`    ${fault.replace(/\n/g, '\n    ')}`);
  if (stage.faults.length > 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
