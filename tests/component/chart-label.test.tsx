import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ChartLabel } from '../../renderer/ui/ChartLabel.tsx';

it.each([
  ['组织保障', 1],
  ['服务型行政执法', 2],
  ['服务型行政执法示范点建设', 3],
])('%s stands beside its bar, as far above as below', (title, count) => {
  const { container } = render(
    <svg>
      <ChartLabel x={0} y={100} anchor="end" title={title} width={4} lines={3} />
    </svg>,
  );
  const lines = [...container.querySelectorAll('tspan')];
  expect(lines.map(({ textContent }) => textContent).join('')).toBe(title);
  expect(lines).toHaveLength(count);
  // Each line goes on from the one before.
  let y = Number(container.querySelector('text')?.getAttribute('y'));
  const places = lines.map((line) => (y += Number(line.getAttribute('dy'))));
  // Letters stand on their line: their middle is a little above.
  expect((places[0]! + places.at(-1)!) / 2).toBe(104);
});
