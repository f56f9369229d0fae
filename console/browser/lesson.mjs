// Somebody in the training space, and a watch on whatever his browser asks for.

/** Opens the training space and takes a role; every request he makes is looked at. */
export async function begin(stage, role, options) {
  const trainee = await stage.visitor(`trainee ${role}`, '/training/', options);
  trainee.page.on('request', (request) => {
    const {pathname} = new URL(request.url());
    if (trainee.left) return;
    if (request.headers().authorization) stage.faults.push(`${role}: a token goes out to ${pathname}`);
    if (request.url().startsWith('blob:') || request.url().startsWith('data:')) return;
    const own = pathname.startsWith('/training') || pathname.startsWith('/assets/');
    if (!own) stage.faults.push(`${role}: asks ${pathname}`);
  });
  await trainee.page.locator(`[data-role="${role}"]`).waitFor();
  return trainee;
}

/** Waits until the lesson is at this step. */
export async function at({page}, step) {
  await page.locator(`[data-step="${step}"]`).waitFor();
}

/** Looks at what has come about without him at this step, and goes on. */
export async function seen(trainee, step) {
  await trainee.page.locator(`[data-step="${step}"]`).getByRole('button', {name: '看到了，继续'}).click();
}

/** Waits for the next step, whether the step before is ticked or is to be gone on from. */
export async function passed(trainee, step, next) {
  const {page} = trainee;
  const goOn = page.locator(`[data-step="${step}"]`).getByRole('button', {name: '看到了，继续'});
  await goOn.or(page.locator(`[data-step="${next}"]`)).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await at(trainee, next);
}

export async function finished(trainee, name) {
  await trainee.page.getByTestId('finished').waitFor();
  await trainee.look(name);
  await trainee.keepsNoToken(name);
}

/** What lapses next stands on top. */
export async function openFirst({page}) {
  await page.getByRole('region', {name: '待办'}).getByRole('button').first().click();
}
