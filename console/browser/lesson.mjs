// Somebody in the training space, and a watch on whatever his browser asks for.

/** Opens the training space and takes a role; every request he makes is looked at. */
export async function begin(stage, role, options) {
  const trainee = await stage.visitor(`trainee ${role}`, '/training/', options);
  trainee.page.on('request', (request) => {
    const {pathname} = new URL(request.url());
    if (trainee.left) return;
    if (request.headers().authorization) stage.faults.push(`${role}: a token goes out to ${pathname}`);
    if (request.url().startsWith('blob:') || request.url().startsWith('data:')) return;
    const own = pathname.startsWith('/training') || pathname.startsWith('/assets/') || pathname === '/icon.svg';
    if (!own) stage.faults.push(`${role}: asks ${pathname}`);
  });
  await trainee.page.locator(`[data-role="${role}"]`).waitFor();
  return trainee;
}

/** Waits until the lesson is at this step. */
export async function at({page}, step) {
  await page.locator(`[data-step="${step}"]`).waitFor();
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
