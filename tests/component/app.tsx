import { createHash } from 'node:crypto';
import * as z from 'zod';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../renderer/App.tsx';
import { useAssessment } from '../../renderer/state/assessment-store.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { type Standard, standardSchema } from '../../shared/standard/schema.ts';
import { STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';

/** The whole interface over a host of its own. */
export function startApp(host = new TestHost()) {
  host.install();
  const user = userEvent.setup();
  render(<App />);
  return { host, user };
}

/** The same with one assessment open, as after "打开" on 首页. */
export async function startWith(
  assessment: Assessment,
  standard: Standard = STANDARD,
  host = new TestHost(),
) {
  const bytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  host.keep({ ...assessment, standard: { id: standard.id, edition: standard.edition, sha256 } }, bytes);
  const started = startApp(host);
  await started.user.click(await screen.findByRole('button', { name: `打开 ${assessment.unit.name}` }));
  await screen.findByRole('heading', { name: '单位与活动' });
  return started;
}

/** The button of the navigation. */
export function step(name: string): HTMLElement {
  return within(screen.getByRole('navigation', { name: '自评步骤' })).getByRole('button', { name });
}

/** What the header says about saving. */
export function saveState(): string {
  return useAssessment.getState().saveState;
}
